// Lists of all articles to choose from: of many, the chosen one is there at once, and the others come in turns.

import { el } from '../dom.js';
import { nextFrame } from '../turns.js';

/** So many come at a time. */
const TURN = 40;

/** What chooses in a list, and makes one article one that cannot be chosen. @type {WeakMap<Element, (chosen: number, other: number) => void>} */
const choosers = new WeakMap();

/**
 * @param {import('../dom.js').Attributes} attributes
 * @param {number} count
 * @param {(at: number) => string} name
 */
export function listOf(attributes, count, name) {
  const list = el('select', attributes);
  const option = (/** @type {number} */ at) => new Option(name(at), String(at));
  let [made, chosen, other] = [0, -1, -1];
  /** @param {number} more */
  const fill = (more) => {
    // The chosen one may stand there before its turn.
    list.length = made;
    const end = Math.min(made + more, count);
    for (; made < end; made += 1) list.append(option(made));
    if (chosen >= made) list.append(option(chosen));
    list.value = String(chosen);
    list.querySelector(':disabled')?.removeAttribute('disabled');
    if (other < made) list.options[other]?.setAttribute('disabled', '');
    if (more > 0 && made < count) nextFrame(() => fill(TURN));
  };
  choosers.set(list, (...both) => {
    [chosen, other] = both;
    fill(0);
  });
  fill(TURN);
  return list;
}

/** Chooses in such a list. @param {Element} list @param {number} chosen @param {number} [other] that cannot be chosen */
export const choose = (list, chosen, other = -1) => choosers.get(list)?.(chosen, other);
