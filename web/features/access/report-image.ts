// From a drawing of the page to an image one can paste in a letter.

const TIMES = 2;

/** Null: the browser could not. Styles that come from sheets are written on the copy first. */
export async function imageOf(drawing: SVGSVGElement): Promise<Blob | null> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * TIMES));
  copy.setAttribute('height', String(height * TIMES));
  const [own, copied] = [drawing.querySelectorAll('text'), copy.querySelectorAll('text')];
  for (const [i, text] of own.entries()) {
    const style = getComputedStyle(text);
    const written = copied[i];
    for (const name of [
      'fill',
      'stroke',
      'stroke-width',
      'paint-order',
      'font-size',
      'font-weight',
    ]) {
      written?.setAttribute(name, style.getPropertyValue(name));
    }
    written?.setAttribute('font-family', 'Atkinson Hyperlegible Next, sans-serif');
  }
  const source = new XMLSerializer().serializeToString(copy);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * TIMES;
  canvas.height = height * TIMES;
  const paper = canvas.getContext('2d');
  if (paper === null) return null;
  paper.fillStyle = '#fbfaf6';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
