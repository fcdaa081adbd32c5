// A stream of changes that says what a test makes it say, in place of the browser’s own.

export class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: FakeSource | null = null;
  readyState = 1;
  constructor() {
    super();
    FakeSource.last = this;
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(event: string, data: object) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
}
