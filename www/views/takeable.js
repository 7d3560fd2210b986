// What can be taken along: the window that offers all of it, and the pictures.

import { el, find } from '../dom.js';
import { texts } from '../texts.js';

/**
 * Adds the buttons that save a figure's picture.
 * @param {HTMLElement} figure
 * @param {string} name what the file is called
 */
export function takeable(figure, name) {
  const button = (/** @type {string} */ kind) =>
    el('button', { type: 'button', class: 'plain', 'data-picture': `${kind} ${name}`, 'aria-label': texts.savePicture(kind.toUpperCase()) }, kind.toUpperCase());
  figure.append(el('p', { class: 'take-picture' }, texts.pictureAs, ' ', button('svg'), ' ', button('png')));
  return figure;
}

/** Opens that window; a picture that is not there is not offered. */
export function offerAll() {
  const dialog = /** @type {HTMLDialogElement} */ (find('#take-dialog'));
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll('[data-view]'))) {
    one.hidden = find(`#tab-${one.dataset.view}`).hidden;
  }
  dialog.showModal();
}
