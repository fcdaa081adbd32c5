// From a drawing of the page to an image one can paste in a letter: with its title, its legend, its dates.

import { imageOfSvg, readLegend, SWATCH } from './report-image-legend.ts';

const TIMES = 2;
const MARGIN = 24;
const TITLE = 30;
const LETTER = 20;
const LINE = 28;
const GAP = 12;
/** Of the page; a drawing made an image knows only what the machine has. */
const FACE = 'Atkinson, sans-serif';
const DRAWN_FACE = 'Atkinson Hyperlegible Next, sans-serif';
const INK = '#1c2b2a';

export type ImageWords = {
  title: string;
  /** A list of the page whose items each begin with their swatch. */
  legend: Element | null;
  /** Dates, sources, licence. */
  foot: string;
};

/** Null: the browser could not. */
export async function imageOf(drawing: SVGSVGElement, words: ImageWords): Promise<Blob | null> {
  const { width, height } = drawing.viewBox.baseVal;
  const rows = await readLegend(words.legend);
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  if (paper === null) return null;
  paper.font = `${LETTER}px ${FACE}`;
  const beside = SWATCH.width + GAP;
  const legend = rows.flatMap(({ swatch, text }) =>
    wrap(paper, text, width - beside).map((line, index) => ({
      swatch: index === 0 ? swatch : null,
      line,
    })),
  );
  const foot = wrap(paper, words.foot, width);
  paper.font = `700 ${TITLE}px ${FACE}`;
  const title = wrap(paper, words.title, width);
  const head = title.length * (TITLE + 10);
  const below = (legend.length + foot.length + 1) * LINE;
  canvas.width = (width + 2 * MARGIN) * TIMES;
  canvas.height = (head + height + below + 2 * MARGIN) * TIMES;
  paper.scale(TIMES, TIMES);
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.translate(MARGIN, MARGIN);
  paper.fillStyle = INK;
  paper.textBaseline = 'top';
  paper.font = `700 ${TITLE}px ${FACE}`;
  for (const [at, line] of title.entries()) paper.fillText(line, 0, at * (TITLE + 10));
  paper.drawImage(await imageOfSvg(styledCopy(drawing), width, height), 0, head, width, height);
  paper.font = `${LETTER}px ${FACE}`;
  let y = head + height + LINE / 2;
  for (const { swatch, line } of legend) {
    if (swatch !== null) paper.drawImage(swatch, 0, y - 3, SWATCH.width, SWATCH.height);
    paper.fillText(line, beside, y);
    y += LINE;
  }
  y += LINE / 2;
  for (const line of foot) {
    paper.fillText(line, 0, y);
    y += LINE;
  }
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

/** Styles that come from sheets are written on the copy: an image knows no sheet. */
function styledCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copied = copy.querySelectorAll('text');
  for (const [i, text] of drawing.querySelectorAll('text').entries()) {
    const style = getComputedStyle(text);
    const written = copied[i];
    if (style.display === 'none') written?.remove();
    for (const name of ['fill', 'stroke', 'stroke-width', 'paint-order', 'font-weight']) {
      written?.setAttribute(name, style.getPropertyValue(name));
    }
    written?.setAttribute('font-size', style.fontSize);
    written?.setAttribute('font-family', DRAWN_FACE);
  }
  return copy;
}

/** Lines no wider than `width`, cut at blanks. */
function wrap(paper: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && paper.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
