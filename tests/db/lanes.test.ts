// Is work shared among lanes done side by side, in turn, and stopped at the first failure?

import { expect, it } from 'vitest';
import { Lanes } from '#db/lanes.ts';

/** Pieces of work that end when they are told to; `begun`: those that began, in order. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const piece = (name: string) => () => {
    begun.push(name);
    const end = Promise.withResolvers<void>();
    ends.set(name, end);
    return end.promise;
  };
  return { begun, piece, end: (name: string) => ends.get(name) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('does as many at once as there are lanes, in the order they were given', async () => {
  const { begun, piece, end } = pieces();
  const lanes = new Lanes(2);
  for (const name of ['a', 'b', 'c', 'd']) void lanes.give(piece(name));
  await turn();
  expect(begun).toEqual(['a', 'b']);
  end('b')?.resolve();
  await turn();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['a', 'c']) end(name)?.resolve();
  await turn();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  end('d')?.resolve();
  await lanes.settled();
});

it('holds no lane for what waits for another piece', async () => {
  const { begun, piece, end } = pieces();
  const lanes = new Lanes(1);
  const first = Promise.withResolvers<void>();
  void lanes.give(piece('later'), first.promise);
  void lanes.give(piece('sooner'));
  await turn();
  expect(begun).toEqual(['sooner']);
  end('sooner')?.resolve();
  first.resolve();
  await turn();
  expect(begun).toEqual(['sooner', 'later']);
  end('later')?.resolve();
  await lanes.settled();
});

it('begins nothing after a failure, and tells the first once all is still', async () => {
  const { begun, piece, end } = pieces();
  const lanes = new Lanes(2);
  const a = lanes.give(piece('a'));
  const b = lanes.give(piece('b'));
  const c = lanes.give(piece('c'), a);
  const d = lanes.give(piece('d'));
  await turn();
  lanes.refuseFailed();
  end('a')?.reject(new Error('first'));
  await turn();
  expect(() => lanes.refuseFailed()).toThrow('first');
  let isSettled = false;
  const settled = lanes.settled().finally(() => {
    isSettled = true;
  });
  settled.catch(() => undefined);
  await turn();
  expect(isSettled).toBe(false);
  end('b')?.reject(new Error('second'));
  await expect(settled).rejects.toThrow('first');
  await expect(b).rejects.toThrow('second');
  await expect(c).rejects.toThrow('first');
  await expect(d).rejects.toThrow('first');
  expect(begun).toEqual(['a', 'b']);
});

it('stopped, begins nothing more', async () => {
  const { begun, piece, end } = pieces();
  const lanes = new Lanes(1);
  void lanes.give(piece('a'));
  void lanes.give(piece('b'));
  await turn();
  lanes.stop(new Error('left'));
  end('a')?.resolve();
  await expect(lanes.settled()).rejects.toThrow('left');
  expect(begun).toEqual(['a']);
});
