// What does this JSON say, or at which line and column does it stop being JSON?

import { AppError } from '#domain/error.ts';

/** Throws `bad_import` naming the file, the line and the column. */
export function parseJson(name: string, bytes: Uint8Array): unknown {
  const text = decode(name, bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const at = faultAt(text);
    const what = isCut(text.slice(at)) ? 'le JSON est coupé avant sa fin' : 'JSON illisible';
    throw new AppError('bad_import', `« ${name} », ${place(text, at)} : ${what}.`, { cause });
  }
}

/** Nothing is left, or a text that does not end. */
const isCut = (rest: string): boolean => rest.trim() === '' || /^"[^"]*$/.test(rest);

const BROKEN = '\uFFFD';

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const text = new TextDecoder('utf-8').decode(bytes);
    throw new AppError(
      'bad_import',
      `« ${name} », ${place(text, text.indexOf(BROKEN))} : le texte n’est pas en UTF-8.`,
      { cause },
    );
  }
}

function place(text: string, at: number): string {
  const before = text.slice(0, Math.max(0, at)).split('\n');
  return `ligne ${before.length}, colonne ${(before.at(-1)?.length ?? 0) + 1}`;
}

const BLANKS = /[ \t\r\n]*/y;
const STRING = /"(?:(?:[^"\\\p{Cc}]|[\u007f-\u009f])+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

/** Where the text stops being JSON. */
function faultAt(text: string): number {
  const open: string[] = [];
  let wants: 'value' | 'key' | 'colon' | 'next' = 'value';
  let mayClose = false;
  for (let at = skip(text, 0); ; at = skip(text, at)) {
    const token = matchAt(text[at] === '"' ? STRING : TOKEN, text, at);
    const inside = open.at(-1);
    const closes = (token === '}' && inside === '{') || (token === ']' && inside === '[');
    if (token === '' || (wants === 'next' && inside === undefined)) return at;
    if (closes && (wants === 'next' || (mayClose && wants !== 'colon'))) {
      open.pop();
      wants = 'next';
    } else if (wants === 'value' && (token === '{' || token === '[')) {
      open.push(token);
      wants = token === '{' ? 'key' : 'value';
      mayClose = true;
      at += 1;
      continue;
    } else if (wants === 'value' && !/^[}\],:]$/.test(token)) wants = 'next';
    else if (wants === 'key' && token.startsWith('"')) wants = 'colon';
    else if (wants === 'colon' && token === ':') wants = 'value';
    else if (wants === 'next' && token === ',') wants = inside === '{' ? 'key' : 'value';
    else return at;
    mayClose = false;
    at += token.length;
  }
}

const skip = (text: string, at: number): number => at + matchAt(BLANKS, text, at).length;

/** Empty when nothing fits, or when a text is too long to be followed. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
