// Lists of all articles to choose from: one of many holds no more than what is chosen until somebody turns to it, since all
// that can be chosen is styled anew with the page.

import { el } from '../dom.js';

/** Of no more than these all are there at once. */
const FEW = 12;

/** What chooses in a list, and makes one article one that cannot be chosen. @type {WeakMap<Element, (chosen: number, other: number) => void>} */
const choosers = new WeakMap();

/**
 * @param {import('../dom.js').Attributes} attributes
 * @param {number} count
 * @param {(at: number) => string} name
 */
export function listOf(attributes, count, name) {
  const list = el('select', attributes);
  let [chosen, other, open] = [-1, -1, count <= FEW];
  const fill = () => {
    if (!open) list.replaceChildren(new Option(name(chosen), String(chosen)));
    else if (list.length < count) list.replaceChildren(...Array.from({ length: count }, (_, at) => new Option(name(at), String(at))));
    list.value = String(chosen);
    list.querySelector(':disabled')?.removeAttribute('disabled');
    if (open) list.options[other]?.setAttribute('disabled', '');
  };
  choosers.set(list, (...both) => {
    [chosen, other] = both;
    fill();
  });
  for (const kind of ['focus', 'pointerdown', 'blur']) {
    list.addEventListener(kind, () => {
      open = kind !== 'blur' || count <= FEW;
      fill();
    });
  }
  return list;
}

/** Chooses in such a list. @param {Element} list @param {number} chosen @param {number} [other] that cannot be chosen */
export const choose = (list, chosen, other = -1) => choosers.get(list)?.(chosen, other);
