// Is every page found at its address, and is its document safe, complete and light?

import { describe, expect, it } from 'vitest';
import { spaceText, withFrenchSpaces } from '#web/i18n/french-spaces.ts';
import { withQuery } from '#web/lib/api.ts';
import { assetsOf } from '#web/lib/assets.ts';
import { documentEnd, documentHead, jsonForScript } from '#web/lib/document.ts';
import { localePath, splitLocale } from '#web/lib/locale.ts';
import { matchPage, type PageEntry } from '#web/lib/page.ts';
import { PAGES } from '#web/pages.ts';

const entry = (id: string, pattern: string): PageEntry => ({
  id,
  pattern,
  source: `${id}.tsx`,
  load: () => Promise.reject(new Error('not asked here')),
});

describe('addresses', () => {
  const entries = [
    entry('home', '/'),
    entry('offers', '/transports'),
    entry('offer', '/transports/:id'),
  ];
  const found = (path: string) => {
    const match = matchPage(entries, path);
    return match === null ? null : [match.entry.id, match.params];
  };

  it('find their page and its parameters', () => {
    expect(found('/')).toEqual(['home', {}]);
    expect(found('/transports/')).toEqual(['offers', {}]);
    expect(found('/transports/mosc%20solidaire')).toEqual(['offer', { id: 'mosc solidaire' }]);
  });

  it('find nothing elsewhere, broken escapes included', () => {
    expect(found('/nulle-part')).toBeNull();
    expect(found('/transports/a/b')).toBeNull();
    expect(found('/transports/%E0%A4%A')).toBeNull();
  });

  it('keep one page per pattern in the registry', () => {
    const patterns = PAGES.map((page) => page.pattern.replace(/:\w+/g, ':'));
    expect(new Set(patterns).size).toBe(patterns.length);
    expect(new Set(PAGES.map((page) => page.id)).size).toBe(PAGES.length);
  });

  it('change language by their first segment only', () => {
    expect(splitLocale('/en')).toEqual({ locale: 'en', path: '/' });
    expect(splitLocale('/en/resultats')).toEqual({ locale: 'en', path: '/resultats' });
    expect(splitLocale('/entree')).toEqual({ locale: 'fr', path: '/entree' });
    expect(localePath('en', '/')).toBe('/en');
    expect(localePath('en', '/fiche/a')).toBe('/en/fiche/a');
    expect(localePath('fr', '/fiche/a')).toBe('/fiche/a');
  });

  it('leave out of a query what is not there, and keep zero', () => {
    expect(withQuery('/a', { b: undefined, c: null, d: '', e: 0, f: false })).toBe(
      '/a?e=0&f=false',
    );
    expect(withQuery('/a', {})).toBe('/a');
  });
});

describe('the document', () => {
  const assets = { script: 'assets/x.js', styles: ['assets/x.css'], preloads: ['assets/kit.js'] };
  const head = (title: string) =>
    documentHead({
      locale: 'en',
      path: '/resultats?besoin=a&depart=b',
      origin: 'https://voisoin.example',
      head: { title, description: 'd', canonical: '/resultats?besoin=a' },
      assets,
      nonce: 'n0',
      hydrationScript: '',
    });

  it('says its language and its address in both languages', () => {
    expect(head('t')).toContain('<html lang="en">');
    expect(head('t')).toContain(
      '<link rel="canonical" href="https://voisoin.example/en/resultats?besoin=a">',
    );
    expect(head('t')).toContain(
      '<link rel="alternate" hreflang="fr" href="https://voisoin.example/resultats?besoin=a">',
    );
  });

  it('never lets a title become markup', () => {
    expect(head('</title><script>alert(1)</script>')).not.toContain('<script>alert');
  });

  it('gives every inline script the nonce', () => {
    const inline = [...head('t').matchAll(/<script(?![^>]*src=)[^>]*>/g)].map((match) => match[0]);
    expect(inline.length).toBeGreaterThan(0);
    expect(inline.every((tag) => tag.includes('nonce="n0"'))).toBe(true);
  });

  it('asks for scripts after the content, with their imports', () => {
    const end = documentEnd(assets);
    expect(head('t')).not.toContain('assets/x.js');
    expect(end.indexOf('/assets/x.js')).toBeGreaterThan(-1);
    expect(end).toContain('<link rel="modulepreload" href="/assets/kit.js">');
  });

  it('hands data over as JSON that cannot leave its element', () => {
    const json = jsonForScript({ name: '</script><!--\u2028' });
    expect(json).not.toMatch(/<|\u2028/);
    expect(JSON.parse(json)).toEqual({ name: '</script><!--\u2028' });
  });
});

describe('the files of a page', () => {
  const manifest = {
    'entry.tsx': {
      file: 'entry.js',
      css: ['main.css'],

      imports: ['_kit.js'],
    },
    'home.tsx': { file: 'home.js', css: ['home.css'], imports: ['_kit.js', 'entry.tsx'] },
    '_kit.js': { file: 'kit.js' },
    'map.tsx': { file: 'map.js', css: ['map.css'] },
  };

  it('are its own and those they import, each once, and never the map’s', () => {
    expect(assetsOf(manifest, 'entry.tsx', ['home.tsx'])).toEqual({
      script: 'entry.js',
      styles: ['main.css', 'home.css'],
      preloads: ['kit.js', 'home.js'],
    });
  });

  it('say what to do when the build lacks them', () => {
    expect(() => assetsOf({}, 'entry.tsx', [])).toThrow('npm run build');
  });
});

describe('French spaces', () => {
  it('never break before high punctuation nor inside quotation marks', () => {
    expect(spaceText('Quel jour ? « lundi » : 2 €')).toBe(
      'Quel jour\u00a0? «\u00a0lundi\u00a0»\u00a0: 2\u00a0€',
    );
  });

  it('reach sentences with blanks, lists and sections', () => {
    const words = withFrenchSpaces({
      a: { say: (day: string) => `Quand, ${day} ?` },
      b: ['Oui !'],
    });
    expect(words.a.say('lundi')).toBe('Quand, lundi\u00a0?');
    expect(words.b).toEqual(['Oui\u00a0!']);
  });
});
