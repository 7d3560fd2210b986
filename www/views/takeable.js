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

const dialog = /** @type {HTMLDialogElement} */ (find('#take-dialog'));

// What was chosen is done behind it. A picture may be far from where reading stands.
dialog.addEventListener('click', ({ target }) => {
  const chosen = target instanceof Element && target.closest('[data-do], [data-view]');
  if (!(chosen instanceof HTMLElement)) return;
  dialog.close();
  const { view } = chosen.dataset;
  if (!view) return;
  const panel = find(`#panel-${view}`);
  if (!panel.hidden) panel.scrollIntoView();
  else drawn.observe(panel, { childList: true });
});

const drawn = new MutationObserver(([{ target }]) => {
  drawn.disconnect();
  /** @type {Element} */ (target).scrollIntoView();
});

/** Opens that window; a picture that is not there is not offered. */
export function offerAll() {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll('[data-view]'))) {
    one.hidden = find(`#tab-${one.dataset.view}`).hidden;
  }
  dialog.showModal();
}
