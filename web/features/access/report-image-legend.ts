// The legend a page shows under its map, piece by piece, as an image draws it.

/** Twice as many points as on a screen: an image may be printed. */
const SHARP = 2;
export const SWATCH = { width: 36, height: 26 };

/** Items without a swatch have words alone. */
export async function readLegend(list: Element | null) {
  const items = [...(list?.querySelectorAll('li') ?? [])];
  return Promise.all(
    items.map(async (item) => ({
      swatch: await swatchOf(item.firstElementChild),
      text: legendWords(item),
    })),
  );
}

/** « de 1,5 à 2,5 : 6 413 habitants ». */
export function legendWords(item: Element): string {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const count = plain(item.querySelector('.report-people')?.textContent ?? '');
  const all = plain(item.textContent ?? '');
  return count === '' ? all : `${all.slice(0, all.length - count.length).trim()} : ${count}`;
}

async function swatchOf(own: Element | null): Promise<CanvasImageSource | null> {
  if (own instanceof SVGSVGElement) {
    const copy = own.cloneNode(true) as SVGSVGElement;
    copy.querySelector('.value-swatch-line')?.setAttribute('stroke', '#6b756c');
    return imageOfSvg(copy, SWATCH.width, SWATCH.height);
  }
  if (own === null) return null;
  const { backgroundColor, backgroundImage } = getComputedStyle(own);
  if (backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none') return null;
  const copy = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  copy.setAttribute('viewBox', '0 0 36 26');
  const lines =
    backgroundImage === 'none'
      ? ''
      : '<path d="M2 14L14 2M2 25L25 2M13 25L34 4M25 25L34 16" stroke="#1c2b2a" stroke-width="2"/>';
  copy.innerHTML = `<rect x="1" y="1" width="34" height="24" rx="4" fill="${backgroundColor}" stroke="#6b756c"/>${lines}`;
  return imageOfSvg(copy, SWATCH.width, SWATCH.height);
}

export async function imageOfSvg(
  svg: SVGSVGElement,
  width: number,
  height: number,
): Promise<HTMLImageElement> {
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('width', String(width * SHARP));
  svg.setAttribute('height', String(height * SHARP));
  const image = new Image();
  const source = new XMLSerializer().serializeToString(svg);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  return image;
}
