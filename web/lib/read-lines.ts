// Reads an answer that comes one line of JSON at a time (application/x-ndjson), each as soon as it is there.

export const LINES_TYPE = 'application/x-ndjson';

/** Throws SyntaxError for a line that is no JSON. Who stops reading closes the answer. */
export async function* readLines<Line>(response: Response): AsyncGenerator<Line> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const text = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      const lines = (rest + text.decode(value, { stream: !done })).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line !== '') yield JSON.parse(line) as Line;
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
