// Which keys does an object of this JSON name twice? Readers keep the last one, and lose the other.

/** `feature`: rank, from 0, of the feature it is in; null: outside of them all. */
export type RepeatedKey = { key: string; feature: number | null };

type Open = { isObject: boolean; keys: Set<string>; lastKey: string | null; index: number };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** `text` must be sound JSON. */
export function repeatedKeys(text: string): RepeatedKey[] {
  const open: Open[] = [];
  const found: RepeatedKey[] = [];
  let wantsKey = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === '{' || token === '[') {
      wantsKey = token === '{';
      open.push({ isObject: wantsKey, keys: new Set(), lastKey: null, index: 0 });
    } else if (token === '}' || token === ']') {
      open.pop();
      wantsKey = false;
    } else if (token === ',') {
      wantsKey = inside?.isObject === true;
      if (inside) inside.index += 1;
    } else if (wantsKey && inside) {
      const key: string = JSON.parse(token);
      if (inside.keys.has(key)) found.push({ key, feature: featureOf(open) });
      inside.keys.add(key);
      inside.lastKey = key;
      wantsKey = false;
    }
  }
  return found;
}

function featureOf([root, list, feature]: readonly Open[]): number | null {
  if (root?.lastKey !== 'features' || list === undefined || list.isObject) return null;
  return feature === undefined ? null : list.index;
}
