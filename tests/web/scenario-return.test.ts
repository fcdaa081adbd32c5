// What one tries before signing in: is it there again afterwards, on that page alone, and once?

import { beforeEach, describe, expect, it } from 'vitest';
import { bringTriedBack, keepTried } from '#web/features/access/scenario-return.ts';

const PAGE = '/observatoire/scenario?territoire=sud-charente';
const TRIED = '#a=eyJjaGFuZ2VzIjpbXX0.00';
const goTo = (address: string) => history.replaceState(null, '', address);
const address = () => `${location.pathname}${location.search}${location.hash}`;

beforeEach(() => {
  sessionStorage.clear();
  goTo(PAGE);
});

describe('what is tried before signing in', () => {
  it('is in the address again on the way back', () => {
    keepTried(TRIED);
    goTo('/connexion');
    bringTriedBack();
    expect(address()).toBe('/connexion');
    goTo(PAGE);
    bringTriedBack();
    expect(address()).toBe(PAGE + TRIED);
  });

  it('comes back once: what is emptied afterwards stays empty', () => {
    keepTried(TRIED);
    bringTriedBack();
    goTo(PAGE);
    bringTriedBack();
    expect(address()).toBe(PAGE);
  });

  it('leaves the territory next door alone', () => {
    keepTried(TRIED);
    goTo(PAGE.replace('sud-charente', 'nord-charente'));
    bringTriedBack();
    expect(location.hash).toBe('');
  });

  it('never replaces the scenario of a link somebody opens meanwhile', () => {
    keepTried(TRIED);
    goTo(`${PAGE}#a=autre`);
    bringTriedBack();
    expect(location.hash).toBe('#a=autre');
  });

  it('cannot lead elsewhere, whatever is found in the storage', () => {
    for (const kept of ['{', 'null', '{"at":1}', '{"at":"x","hash":"//evil.example"}']) {
      sessionStorage.setItem('voisoin.scenario-tried', kept);
      bringTriedBack();
      expect(address()).toBe(PAGE);
    }
  });
});
