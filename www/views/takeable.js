// A picture that can be taken along.

import { el } from '../dom.js';
import { texts } from '../texts.js';

/**
 * Adds the buttons that save a figure's picture.
 * @param {HTMLElement} figure
 * @param {string} name what the file is called
 */
export function takeable(figure, name) {
  const button = (/** @type {string} */ kind) =>
    el('button', { type: 'button', class: 'plain', 'data-picture': `${kind} ${name}`, 'aria-label': texts.savePicture(kind.toUpperCase()) }, kind.toUpperCase());
  figure.append(el('p', { class: 'take-picture' }, button('svg'), ' ', button('png')));
  return figure;
}
