// What does each kind of care look like, in a list and on the map?
// A family gives shape and colour, a category its drawing: no meaning rests on colour alone.
// Colours keep ≥ 3:1 against paper and sand (light) or the dark page, ≥ 4.5:1 against the drawing,
// and stay apart for protan, deutan and tritan eyes (tests/web/map-symbols.test.ts).

import type { Category } from '#domain/directory/directory.ts';

export const SYMBOL_FAMILIES = [
  'doctor',
  'care',
  'medicine',
  'establishment',
  'mind',
  'home',
  'rights',
  'mobility',
] as const;
export type SymbolFamily = (typeof SYMBOL_FAMILIES)[number];

export type SymbolTheme = 'light' | 'dark';

/** `outline` is a filled path, `drawing` a stroked one; both in a 28 × 28 box. */
export type CategorySymbol = { family: SymbolFamily; outline: string; drawing: string };

export const SYMBOL_STROKE_WIDTH = 1.8;

export const SYMBOL_COLOURS: Record<SymbolTheme, Record<SymbolFamily, string>> = {
  light: {
    doctor: '#0b7a64',
    care: '#1868d0',
    medicine: '#4c5a1a',
    establishment: '#541a12',
    mind: '#6f289a',
    home: '#c23f96',
    rights: '#141850',
    mobility: '#a6680c',
  },
  dark: {
    doctor: '#6fe0bf',
    care: '#a8d2fb',
    medicine: '#dbe668',
    establishment: '#f2683f',
    mind: '#b67cf0',
    home: '#e27a94',
    rights: '#8489d0',
    mobility: '#cbb070',
  },
};

/** Colour of the drawing inside the shape. */
export const SYMBOL_INK: Record<SymbolTheme, string> = { light: '#ffffff', dark: '#10201e' };

const OUTLINES: Record<SymbolFamily, string> = {
  doctor: 'M14 1a13 13 0 1 1 0 26a13 13 0 1 1 0-26z',
  care: 'M6 2h16a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z',
  medicine: 'M7.6 2.4h12.8L27 14l-6.6 11.6H7.6L1 14z',
  establishment: 'M14 .6L27 10.4V27H1V10.4z',
  mind: 'M2 14A12 12 0 0 1 14 2h12v12a12 12 0 0 1-12 12H2z',
  home: 'M2.5 27V13a11.5 11.5 0 0 1 23 0v14z',
  rights:
    'M2.5 3.2Q9 3.6 14 .8q5 2.8 11.5 2.4V14c0 6.2-4.6 10.4-11.5 13.4C7.1 24.4 2.5 20.2 2.5 14z',
  mobility: 'M14-.6L28.6 14L14 28.6L-.6 14z',
};

const DRAWINGS: Record<Category, string> = {
  gp: 'M9.5 7.5h-1v4.2a3.6 3.6 0 0 0 7.2 0V7.5h-1M12.1 15.3v1.2a3.6 3.6 0 0 0 7.2 0v-1.2m0 0a1.7 1.7 0 1 0 0-3.4a1.7 1.7 0 1 0 0 3.4z',
  specialist:
    'M12.4 7.4a4.9 4.9 0 1 0 0 9.8a4.9 4.9 0 1 0 0-9.8zM16 15.9l4.8 4.8M12.4 10v4.6M10.1 12.3h4.6',
  nurse:
    'M7.5 20.5l3.5-3.5M11.3 13.8l5-5l3 3l-5 5h-3zM17.8 10.3l2-2M18.4 6.9l2.8 2.8M13.7 11.4l1.5 1.5',
  physio:
    'M14 9.3a1.5 1.5 0 1 0 0-3a1.5 1.5 0 1 0 0 3zM8 12.3h12M14 12.3v4.4l-3.4 4.6M14 16.7l3.4 4.6',
  dentist:
    'M10.2 7.6c-2.6 0-3.2 2.4-2.6 4.8c.5 1.9 1 3 1.2 5c.2 1.9.7 3.3 1.5 3.3c1.5 0 1-4.6 3.7-4.6s2.2 4.6 3.7 4.6c.8 0 1.3-1.4 1.5-3.3c.2-2 .7-3.1 1.2-5c.6-2.4 0-4.8-2.6-4.8c-1.6 0-2.4.9-3.8.9s-2.2-.9-3.8-.9z',
  midwife:
    'M7 8h1.7l.9 4.3h10.9a5.5 5.5 0 0 1-5.5 5.2h-2.2a4.6 4.6 0 0 1-3.2-5.2M15.4 12.3V7a5.3 5.3 0 0 1 5.1 5.3M11 20.9h.01M16.8 20.9h.01',
  paramedical:
    'M14 8.2a2 2 0 1 0 0-4a2 2 0 1 0 0 4zM7.6 16.2c0-3.3 2.9-5 6.4-5s6.4 1.7 6.4 5M14 14.6v7M10.5 18.1h7',
  pharmacy: 'M12 7.6h4V12h4.4v4H16v4.4h-4V16H7.6v-4H12z',
  laboratory:
    'M11.6 7.2h4.8M12.5 7.2v4.5l-4.2 7.1c-.6 1 0 2 1.1 2h9.2c1.1 0 1.7-1 1.1-2l-4.2-7.1V7.2M10.4 16.2h7.2',
  health_house: 'M7.5 14.2l6.5-5.4l6.5 5.4M9 13.2V22h10v-8.8M14 14v5M11.5 16.5h5',
  health_centre: 'M8.5 22V10h11v12zM14 12.3v4.4M11.8 14.5h4.4M12.3 22v-2.6h3.4V22',
  hospital: 'M9.5 10v11.5M18.5 10v11.5M9.5 15.7h9',
  mental_health: 'M8 8.5h12.2v8.8h-5.8L11 20.5v-3.2H8zM11.3 12.9h.01M14.1 12.9h.01M16.9 12.9h.01',
  elderly:
    'M12.3 9.8a1.6 1.6 0 1 0 0-3.2a1.6 1.6 0 1 0 0 3.2zM12.3 12.2v5.2l-2.5 5M12.3 17.4l2.6 5M12.3 12.8l4.7 3M18.3 14.5v7.9',
  home_care:
    'M7 14.4L14 8l7 6.4M8.6 13.2V22.5h10.8v-9.3M14 20.2l-2.6-2.7a1.5 1.5 0 0 1 2.6-1.5a1.5 1.5 0 0 1 2.6 1.5z',
  family:
    'M11 11.6a2 2 0 1 0 0-4a2 2 0 1 0 0 4zM17.8 15.3a1.5 1.5 0 1 0 0-3a1.5 1.5 0 1 0 0 3zM7 22v-3.6a4 4 0 0 1 7.6-1.7M15 22v-1.7a2.8 2.8 0 0 1 5.6 0V22',
  rights: 'M9.5 7.5h6l3.2 3.2v10h-9.2zM15.3 7.5v3.4h3.4M11.7 15.7l1.7 1.7l3-3.3',
  social: 'M14 20.6l-5.6-5.8a3.4 3.4 0 0 1 5.6-3.7a3.4 3.4 0 0 1 5.6 3.7z',
  mobility:
    'M7.5 17.6v-4.2h13v4.2zM8.7 13.4l1.5-4h7.6l1.5 4M10.6 17.8v1.6M17.4 17.8v1.6M10.3 15.5h.01M17.7 15.5h.01',
  institution: 'M8 11.3l6-3.8l6 3.8zM9.7 13.5v4.8M14 13.5v4.8M18.3 13.5v4.8M8.3 20.3h11.4',
};

const FAMILY_OF: Record<Category, SymbolFamily> = {
  gp: 'doctor',
  specialist: 'doctor',
  nurse: 'care',
  physio: 'care',
  dentist: 'care',
  midwife: 'care',
  paramedical: 'care',
  pharmacy: 'medicine',
  laboratory: 'medicine',
  health_house: 'establishment',
  health_centre: 'establishment',
  hospital: 'establishment',
  mental_health: 'mind',
  elderly: 'home',
  home_care: 'home',
  family: 'home',
  rights: 'rights',
  social: 'rights',
  institution: 'rights',
  mobility: 'mobility',
};

/**
 * The parts of a symbol, to draw inline: `<path d={outline} fill=…/><path d={drawing} stroke=…/>`
 * with `fill="none"`, `stroke-width={SYMBOL_STROKE_WIDTH}` and round caps and joins on the drawing.
 */
export function categorySymbol(category: Category): CategorySymbol {
  const family = FAMILY_OF[category];
  return { family, outline: OUTLINES[family], drawing: DRAWINGS[category] };
}

/** A whole SVG document, for an image on the map. Its outer 3 units are a halo of the page's colour. */
export function categorySymbolSvg(
  category: Category,
  options: { theme: SymbolTheme; halo: string; pixels: number },
): string {
  const { family, outline, drawing } = categorySymbol(category);
  const { theme, halo, pixels } = options;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="-3 -3 34 34" stroke-linejoin="round" stroke-linecap="round">` +
    `<path d="${outline}" fill="${SYMBOL_COLOURS[theme][family]}" stroke="${halo}" stroke-width="4" paint-order="stroke"/>` +
    `<path d="${drawing}" fill="none" stroke="${SYMBOL_INK[theme]}" stroke-width="${SYMBOL_STROKE_WIDTH}"/>` +
    '</svg>'
  );
}
