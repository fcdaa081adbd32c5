// Does a page that shows an offer read it again when it changes, and stay quiet otherwise?

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followOffers, listenToOffers, offerIdsIn } from '#web/lib/live-changes.ts';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 1;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  say(event: string, data: object) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
}

const last = () => {
  const source = FakeSource.all.at(-1);
  if (source === undefined) throw new Error('Nobody listens');
  return source;
};
const show = (state: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  FakeSource.all = [];
  vi.stubGlobal('EventSource', FakeSource);
  vi.useFakeTimers();
  show('visible');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a page that listens', () => {
  test('hears of offers that changed, each change once', () => {
    const heard: unknown[] = [];
    listenToOffers((ids) => heard.push(ids));
    expect(last().address).toBe('/api/changes');
    last().say('open', { number: 7 });
    last().say('offers', { number: 8, offerIds: ['mosc'] });
    last().say('offers', { number: 8, offerIds: ['mosc'] });
    last().say('offers', { number: 9, offerIds: [] });
    expect(heard).toEqual([['mosc'], null]);
  });

  test('stops listening while nobody sees it, and then catches up', () => {
    const heard: unknown[] = [];
    listenToOffers((ids) => heard.push(ids));
    last().say('open', { number: 7 });
    show('hidden');
    expect(last().readyState).toBe(FakeSource.CLOSED);
    show('visible');
    last().say('open', { number: 7 });
    expect(heard).toEqual([]);
    show('hidden');
    show('visible');
    last().say('open', { number: 12 });
    expect(heard).toEqual([null]);
  });

  test('refused by the server asks again a minute later', () => {
    listenToOffers(() => {});
    last().close();
    last().dispatchEvent(new Event('error'));
    expect(FakeSource.all).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.all).toHaveLength(2);
  });
});

describe('what a page shows', () => {
  function following(shown: readonly string[]) {
    const refresh = vi.fn(async () => {});
    const held = new Set(shown);
    const dispose = followOffers({
      shown: { holds: (id) => held.has(id), isEmpty: () => held.size === 0 },
      refresh,
    });
    last().say('open', { number: 1 });
    return { refresh, dispose };
  }

  test('is read again within half a second when one of its offers changed, and only then', async () => {
    const { refresh, dispose } = following(['mosc', 'ter']);
    last().say('offers', { number: 2, offerIds: ['taxi'] });
    await vi.advanceTimersByTimeAsync(1000);
    expect(refresh).not.toHaveBeenCalled();
    last().say('offers', { number: 3, offerIds: ['taxi', 'ter'] });
    await vi.advanceTimersByTimeAsync(500);
    expect(refresh).toHaveBeenCalledTimes(1);
    dispose();
    expect(last().readyState).toBe(FakeSource.CLOSED);
  });

  test('that has no offer is read again at any change: one may bring an answer', async () => {
    const { refresh } = following([]);
    last().say('offers', { number: 2, offerIds: ['taxi'] });
    await vi.advanceTimersByTimeAsync(500);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('is found wherever an answer names its offers', () => {
    const answer = { options: [{ legs: [{ offerId: 'a' }, { offerId: null }] }], offerIds: ['b'] };
    expect([...offerIdsIn(answer)]).toEqual(['a', 'b']);
  });
});
