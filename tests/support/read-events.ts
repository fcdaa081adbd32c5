// Reads a stream of server-sent events as it comes.

export type ServerEvent = {
  event: string;
  id: string;
  data: { number: number; offerIds?: string[] };
};

export type EventReader = {
  /** The next event; rejects when none comes in time, or when the stream has ended. */
  next: (limitMs?: number) => Promise<ServerEvent>;
  /** Resolves when the stream ends. */
  ended: Promise<void>;
  close: () => Promise<void>;
};

export function readEvents(response: Response): EventReader {
  if (response.body === null) throw new Error('The answer has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const events: ServerEvent[] = [];
  const wake = new Set<() => void>();
  let isOver = false;
  let text = '';
  const ended = (async () => {
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += part.value;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        events.push(...blocks.flatMap(readBlock));
        for (const each of wake) each();
      }
    } finally {
      isOver = true;
      for (const each of wake) each();
    }
  })();
  return {
    async next(limitMs = 2000) {
      const limit = performance.now() + limitMs;
      for (;;) {
        const event = events.shift();
        if (event !== undefined) return event;
        const leftMs = limit - performance.now();
        if (isOver || leftMs <= 0) throw new Error(`No event within ${limitMs} ms`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          wake.add(() => {
            clearTimeout(timer);
            resolve();
          });
        });
        wake.clear();
      }
    },
    ended,
    close: () => reader.cancel(),
  };
}

function readBlock(block: string): ServerEvent[] {
  const fields = new Map(
    block.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(': ');
      return at <= 0 ? [] : [[line.slice(0, at), line.slice(at + 2)]];
    }),
  );
  const [event, data] = [fields.get('event'), fields.get('data')];
  if (event === undefined || data === undefined) return [];
  return [{ event, id: fields.get('id') ?? '', data: JSON.parse(data) }];
}
