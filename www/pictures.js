// Pictures as files: with the colours that they have on the page, as SVG or PNG.

import { draw } from './dom.js';
import { hand } from './saving.js';

/** What the style sheets say about a drawing; in a file it stands at the elements. */
const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

/** Pixels of a PNG for each of the page: sharp in print. */
const DENSITY = 3;

/** A drawing that stands for itself. @param {SVGSVGElement} svg */
function alone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const { width, height } = svg.getBoundingClientRect();
  const [before, after] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  for (const [i, element] of before.entries()) {
    const style = getComputedStyle(element);
    for (const name of STYLES) after[i]?.setAttribute(name, style.getPropertyValue(name));
    after[i]?.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const [x = '0', y = '0', w = '0', h = '0'] = (svg.getAttribute('viewBox') ?? '').split(' ');
  const ground = getComputedStyle(document.documentElement).getPropertyValue('color-scheme').includes('dark') ? '#181b1e' : '#ffffff';
  copy.prepend(draw('rect', { x, y, width: w, height: h, fill: getComputedStyle(svg.closest('figure') ?? document.body).backgroundColor || ground }));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** @param {SVGSVGElement} svg @param {string} kind svg or png @param {string} name */
export async function savePicture(svg, kind, name) {
  const { text, width, height } = alone(svg);
  const drawing = new Blob([text], { type: 'image/svg+xml' });
  if (kind === 'svg') return hand(`${name}.svg`, drawing);
  const url = URL.createObjectURL(drawing);
  try {
    const image = new Image(width * DENSITY, height * DENSITY);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(width * DENSITY), Math.round(height * DENSITY)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise((/** @type {BlobCallback} */ done) => canvas.toBlob(done, 'image/png'));
    if (png) hand(`${name}.png`, png);
  } finally {
    URL.revokeObjectURL(url);
  }
}
