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
  svg.style.background = 'var(--paper)';
  copy.prepend(draw('rect', { x, y, width: w, height: h, fill: getComputedStyle(svg).backgroundColor }));
  svg.style.background = '';
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** A figure of boxes and words as a drawing: what has a colour or a text, where it stands. @param {Element} figure */
export function traced(figure) {
  const { left, top, width: seen, height } = figure.getBoundingClientRect();
  // A table may be wider than what is seen of it.
  const width = Math.max(seen, figure.querySelector('table')?.scrollWidth ?? 0);
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, width, height });
  const range = document.createRange();
  for (const one of figure.querySelectorAll('*:not(.take-picture, .take-picture *, .vh)')) {
    const { color, fill, fontFamily, fontSize, fontWeight, backgroundColor } = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    svg.append(draw('rect', { x: box.left - left, y: box.top - top, width: box.width, height: box.height, fill: one.matches('rect') ? fill : backgroundColor }));
    for (const text of one.childNodes) {
      // Word by word, since lines may break.
      for (const { 0: word, index } of text instanceof Text ? text.data.matchAll(/\S+/g) : []) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const at = range.getBoundingClientRect();
        svg.append(draw('text', { x: at.left - left, y: at.bottom - top - at.height / 4, fill: color, 'font-family': fontFamily, 'font-size': fontSize, 'font-weight': fontWeight }, word));
      }
    }
  }
  return svg;
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
