// Where does each element of a JSON document's lists start and end, when the document is larger than a
// string? It follows braces and texts on the bytes; what is between them is left to JSON.parse.

import { AppError } from '#domain/error.ts';

/** An element, not read yet: its bytes are in `parts`, which are those of the file. `position` is 1-based in its list. */
export type Piece = { list: string; position: number; parts: Buffer[] };

export type SplitOptions = {
  fileName: string;
  /** Keys of the lists to read; the others are passed over. */
  lists: readonly string[];
  /** Keys of lists within the elements that are left empty: half of a document may be there. */
  without?: readonly string[];
  /** Texts and objects at the top of the document, as they come. */
  onHeader: (key: string, value: unknown) => void;
  onBytes?: (done: number) => void;
};

/** One legal entity with all its sites is some kilobytes; this much is another kind of file. */
const LARGEST_ELEMENT_BYTES = 64_000_000;

const NOTHING: Buffer = Buffer.alloc(0);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const SPACE = 0x20;

/** 1 for the bytes that change the state outside of texts. */
const MATTERS = new Uint8Array(256);
for (const sign of '":{}[]') MATTERS[sign.charCodeAt(0)] = 1;
/** 1 for those that do within them. */
const ENDS_TEXT = new Uint8Array(256);
for (const sign of '"\\') ENDS_TEXT[sign.charCodeAt(0)] = 1;

export class Splitter {
  doneBytes = 0;
  readonly fileName: string;
  private readonly wanted: ReadonlySet<string>;
  private readonly without: readonly Buffer[];
  private readonly onHeader: SplitOptions['onHeader'];
  private chunk = NOTHING;
  private at = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  /** Of the piece being kept: what it is, and what earlier chunks held of it. */
  private keeping: 'text' | 'element' | null = null;
  private parts: Buffer[] = [];
  private partBytes = 0;
  /** Depth of the list being left empty; 0: none. */
  private leavingDepth = 0;
  private text = '';
  /** The key at the top of the document whose value comes; null: a key is expected. */
  private key: string | null = null;
  list = '';
  position = 0;

  constructor({ fileName, lists, without = [], onHeader }: SplitOptions) {
    this.fileName = fileName;
    this.wanted = new Set(lists);
    this.without = without.map((key) => Buffer.from(`"${key}"`));
    this.onHeader = onHeader;
  }

  take(chunk: Buffer): void {
    this.chunk = chunk;
    this.at = 0;
  }

  /** One at a time: what is read of the others would be kept meanwhile. Null: the chunk ends. */
  next(): Piece | null {
    const { chunk } = this;
    let { depth, inText, escaped } = this;
    let start = this.at;
    const end = chunk.length;
    for (let i = this.at; i < end; i++) {
      if (inText) {
        if (escaped) {
          escaped = false;
          continue;
        }
        while (i < end && ENDS_TEXT[chunk[i] as number] === 0) i += 1;
        if (i === end) break;
        if (chunk[i] === BACKSLASH) {
          escaped = true;
          continue;
        }
        inText = false;
        if (this.keeping === 'text') this.closeText(chunk.subarray(start, i + 1));
        continue;
      }
      while (i < end && MATTERS[chunk[i] as number] === 0) i += 1;
      if (i === end) break;
      const byte = chunk[i] as number;
      if (byte === QUOTE) {
        inText = true;
        if (depth === 1) {
          this.keeping = 'text';
          start = i;
        }
      } else if (byte === COLON) {
        if (depth === 1) this.key = this.text;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth += 1;
        if (depth <= 3 && this.keeping === null && this.opens(byte, depth)) start = i;
        else if (byte === OPEN_BRACKET && depth > 3 && this.leaves(i, depth)) {
          this.carry(chunk.subarray(start, i + 1));
        }
      } else {
        depth -= 1;
        if (depth > 2) {
          if (depth + 1 === this.leavingDepth) {
            this.leavingDepth = 0;
            start = i;
          }
          continue;
        }
        if (depth < 0) throw this.fault('une accolade se ferme sans s’être ouverte');
        if (this.keeping === 'element' && depth === (this.list === '' ? 1 : 2)) {
          const parts = this.taken(chunk.subarray(start, i + 1));
          if (this.list !== '') {
            Object.assign(this, { depth, inText, escaped, at: i + 1 });
            return { list: this.list, position: this.position, parts };
          }
          this.onHeader(this.key ?? '', this.parsed(parts));
        }
        if (depth === 1) {
          this.list = '';
          this.key = null;
        }
      }
    }
    Object.assign(this, { depth, inText, escaped, chunk: NOTHING, at: 0 });
    this.doneBytes += chunk.length;
    if (this.keeping !== null && this.leavingDepth === 0) this.carry(chunk.subarray(start));
    return null;
  }

  end(): void {
    if (this.depth !== 0 || this.inText) throw this.fault('le fichier est coupé avant sa fin');
  }

  /** True when an element, or an object at the top of the document, begins here. */
  private opens(byte: number, depth: number): boolean {
    if (depth === 2 && byte === OPEN_BRACKET) {
      this.list = this.wanted.has(this.key ?? '') ? (this.key ?? '') : '';
      this.position = 0;
      return false;
    }
    const isElement = depth === 3 && this.list !== '';
    if (byte !== OPEN_BRACE || !(isElement || depth === 2)) return false;
    if (isElement) this.position += 1;
    this.keeping = 'element';
    return true;
  }

  /** True when the list that opens at `at` is one to leave empty. A key cut by the end of a chunk is not seen. */
  private leaves(at: number, depth: number): boolean {
    if (this.leavingDepth !== 0 || this.keeping !== 'element') return false;
    let end = at;
    while (end > 0 && ((this.chunk[end - 1] as number) <= SPACE || this.chunk[end - 1] === COLON)) {
      end -= 1;
    }
    const isOne = this.without.some((key) => {
      let [of, left] = [end, key.length];
      while (left > 0 && of > 0 && this.chunk[of - 1] === key[left - 1]) {
        of -= 1;
        left -= 1;
      }
      return left === 0;
    });
    if (isOne) this.leavingDepth = depth;
    return isOne;
  }

  private closeText(piece: Buffer): void {
    this.text = String(this.parsed(this.taken(piece)));
    if (this.key === null) return;
    this.onHeader(this.key, this.text);
    this.key = null;
  }

  parsed(parts: readonly Buffer[]): unknown {
    const [only = NOTHING] = parts;
    const whole = parts.length < 2 ? only : Buffer.concat(parts);
    return parseAt(whole.toString('utf8'), this);
  }

  /** What is kept, and no longer. */
  private taken(piece: Buffer): Buffer[] {
    const { parts } = this;
    parts.push(piece);
    this.parts = [];
    this.partBytes = 0;
    this.keeping = null;
    return parts;
  }

  private carry(piece: Buffer): void {
    this.parts.push(piece);
    this.partBytes += piece.length;
    if (this.partBytes <= LARGEST_ELEMENT_BYTES) return;
    throw this.fault(`plus de ${LARGEST_ELEMENT_BYTES} octets d’un seul tenant`);
  }

  private fault(what: string): AppError {
    return faultAt(this, what);
  }
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

function faultAt(
  { fileName, list, position, doneBytes }: Place,
  what: string,
  cause?: unknown,
): AppError {
  const where = list === '' ? '' : `, élément n° ${position} de « ${list} »`;
  const message = `${fileName}${where}, vers l’octet ${doneBytes} : ${what}.`;
  return new AppError('bad_import', message, { cause });
}
