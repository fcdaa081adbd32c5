// Where does each element of a JSON document's lists start and end, when the document is larger than a
// string? It follows braces and texts on the bytes; what is between them is left to JSON.parse.

import type { AppError } from '#domain/error.ts';
import { faultAt, keptText, parseAt, type Span } from '#seeds/sources/finess/json-span.ts';

/** An element, not read yet, of the bytes being split. `position` is 1-based in its list. */
export type Piece = Span & { list: string; position: number };

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

const NOTHING = new Uint8Array(0);

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
  /** What is being split: the chunk, after what the ones before held of an element that goes on in it. */
  bytes: Uint8Array<ArrayBuffer> = NOTHING;
  readonly fileName: string;
  private readonly wanted: ReadonlySet<string>;
  private readonly without: readonly Buffer[];
  private readonly onHeader: SplitOptions['onHeader'];
  private rest = NOTHING;
  private chunkBytes = 0;
  private at = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  /** What is being kept, from `start` on. */
  private keeping: 'text' | 'element' | null = null;
  private start = 0;
  private holes: number[] = [];
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

  /** The bytes are then in memory of their own, for whoever takes them once they are split. */
  take(chunk: Uint8Array): void {
    const { rest } = this;
    this.bytes = new Uint8Array(rest.length + chunk.length);
    this.bytes.set(rest);
    this.bytes.set(chunk, rest.length);
    this.at = rest.length;
    this.start = 0;
    this.rest = NOTHING;
    this.chunkBytes = chunk.length;
  }

  /** One at a time: what is read of the others would be kept meanwhile. Null: the chunk ends. */
  next(): Piece | null {
    const { bytes } = this;
    let { depth, inText, escaped } = this;
    const end = bytes.length;
    for (let i = this.at; i < end; i++) {
      if (inText) {
        if (escaped) {
          escaped = false;
          continue;
        }
        while (i < end && ENDS_TEXT[bytes[i] as number] === 0) i += 1;
        if (i === end) break;
        if (bytes[i] === BACKSLASH) {
          escaped = true;
          continue;
        }
        inText = false;
        if (this.keeping === 'text') this.closeText(i + 1);
        continue;
      }
      while (i < end && MATTERS[bytes[i] as number] === 0) i += 1;
      if (i === end) break;
      const byte = bytes[i] as number;
      if (byte === QUOTE) {
        inText = true;
        if (depth === 1) this.keep('text', i);
      } else if (byte === COLON) {
        if (depth === 1) this.key = this.text;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth += 1;
        if (depth <= 3 && this.keeping === null && this.opens(byte, depth)) this.keep('element', i);
        else if (byte === OPEN_BRACKET && depth > 3 && this.leaves(i, depth)) {
          this.holes.push(i + 1);
        }
      } else {
        depth -= 1;
        if (depth > 2) {
          if (depth + 1 === this.leavingDepth) {
            this.leavingDepth = 0;
            this.holes.push(i);
          }
          continue;
        }
        if (depth < 0) throw this.fault('une accolade se ferme sans s’être ouverte');
        if (this.keeping === 'element' && depth === (this.list === '' ? 1 : 2)) {
          this.keeping = null;
          if (this.list !== '') {
            Object.assign(this, { depth, inText, escaped, at: i + 1 });
            const { list, position, start, holes } = this;
            return { list, position, start, end: i + 1, holes };
          }
          this.onHeader(this.key ?? '', this.parsed({ start: this.start, end: i + 1, holes: [] }));
        }
        if (depth === 1) {
          this.list = '';
          this.key = null;
        }
      }
    }
    Object.assign(this, { depth, inText, escaped });
    this.doneBytes += this.chunkBytes;
    this.keepRest();
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

  /** True when the list that opens at `at` is one to leave empty. */
  private leaves(at: number, depth: number): boolean {
    if (this.leavingDepth !== 0 || this.keeping !== 'element') return false;
    const { bytes } = this;
    let end = at;
    while (end > 0 && ((bytes[end - 1] as number) <= SPACE || bytes[end - 1] === COLON)) end -= 1;
    const isOne = this.without.some((key) => {
      let [of, left] = [end, key.length];
      while (left > 0 && of > 0 && bytes[of - 1] === key[left - 1]) {
        of -= 1;
        left -= 1;
      }
      return left === 0;
    });
    if (isOne) this.leavingDepth = depth;
    return isOne;
  }

  private closeText(end: number): void {
    this.keeping = null;
    this.text = String(this.parsed({ start: this.start, end, holes: [] }));
    if (this.key === null) return;
    this.onHeader(this.key, this.text);
    this.key = null;
  }

  /** What stands there. Throws `bad_import` when it is no JSON. */
  parsed(span: Span): unknown {
    return parseAt(keptText(this.bytes, span), this);
  }

  private keep(what: 'text' | 'element', start: number): void {
    this.keeping = what;
    this.start = start;
    this.holes = [];
  }

  /** Of a list left empty that goes on, nothing is kept. */
  private keepRest(): void {
    if (this.keeping === null) return;
    const isLeaving = this.leavingDepth !== 0;
    const from = this.start;
    const to = isLeaving ? this.holes.pop() : this.bytes.length;
    this.rest = this.bytes.slice(from, to);
    this.holes = this.holes.map((at) => at - from);
    if (isLeaving) this.holes.push(this.rest.length);
    if (this.rest.length <= LARGEST_ELEMENT_BYTES) return;
    throw this.fault(`plus de ${LARGEST_ELEMENT_BYTES} octets d’un seul tenant`);
  }

  private fault(what: string): AppError {
    return faultAt(this, what);
  }
}
