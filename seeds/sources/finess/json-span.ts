// What does some of a JSON document say, and where does a message say that it stands?

import { AppError } from '#domain/error.ts';

/** Some of a document. `holes`: where what is left out of it starts and ends, one after the other. */
export type Span = { start: number; end: number; holes: readonly number[] };

/** Without what is in the holes. */
export function keptText(bytes: Uint8Array<ArrayBuffer>, { start, end, holes }: Span): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  let from = start;
  for (let at = 0; at < holes.length; at += 2) {
    text += buffer.toString('utf8', from, holes[at]);
    from = holes[at + 1] ?? end;
  }
  return text + buffer.toString('utf8', from, end);
}

type Place = { fileName: string; list: string; position: number; doneBytes: number };

/** `place`: where it stands, for the message. */
export function parseAt(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : 'sans précision';
    throw faultAt(place, `JSON illisible (${said})`, cause);
  }
}

export function faultAt(
  { fileName, list, position, doneBytes }: Place,
  what: string,
  cause?: unknown,
): AppError {
  const where = list === '' ? '' : `, élément n° ${position} de « ${list} »`;
  const message = `${fileName}${where}, vers l’octet ${doneBytes} : ${what}.`;
  return new AppError('bad_import', message, { cause });
}
