// What does one scanned field say, read where it stands?

import { ESCAPED, type ScannedBlock, writeCodes } from '#seeds/pipeline/scan-fields.ts';

/** The text of one field, without the blanks around it. */
export function fieldText(block: ScannedBlock, position: number): string {
  const view = new FieldView();
  view.goTo(block, position);
  return view.text();
}

const NO_CODES = new Uint16Array();

/** One field after the other, without the blanks around it, to read what it says where it stands. */
export class FieldView {
  codes: Uint16Array = NO_CODES;
  from = 0;
  to = 0;
  #text = '';

  /** A text as it is. */
  static of(text: string): FieldView {
    const view = new FieldView();
    view.#take(text);
    return view;
  }

  goTo({ text, codes, bounds }: ScannedBlock, position: number): void {
    const said = bounds[position + 1] ?? 0;
    let from = bounds[position] ?? 0;
    let to = said < 0 ? ESCAPED - said : said;
    while (from < to && isBlank(codes[from] ?? 0)) from += 1;
    while (to > from && isBlank(codes[to - 1] ?? 0)) to -= 1;
    this.codes = codes;
    this.#text = text;
    this.from = from;
    this.to = to;
    if (said < 0) this.#take(this.text().replaceAll('""', '"'));
  }

  isEmpty(): boolean {
    return this.from === this.to;
  }

  /** What `other` has between two places. Texts of one kind most often differ in their last characters. */
  isSame(other: Uint16Array, otherFrom: number, otherTo: number): boolean {
    const { codes, from } = this;
    const length = this.to - from;
    if (otherTo - otherFrom !== length) return false;
    for (let at = length - 1; at >= 0; at--) {
      if (codes[from + at] !== other[otherFrom + at]) return false;
    }
    return true;
  }

  text(): string {
    return this.#text.slice(this.from, this.to);
  }

  #take(text: string): void {
    this.codes = codesOf(text);
    this.#text = text;
    this.from = 0;
    this.to = text.length;
  }
}

function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  writeCodes(text, codes);
  return codes;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 160 || code === 0xfeff;
}
