// Links from what was found to where it stands.

import { el } from '../dom.js';
import { long } from '../long.js';
import { texts } from '../words.js';

/** @typedef {{ article: string, block?: number, place?: { block: number }, paragraph: number | null }} Spot */

/**
 * A letter for each place; pressed, it shows the article there.
 * @param {readonly Spot[]} places
 * @returns {HTMLElement[]}
 */
export const spots = (places) => long(places, spot, 'span');

/** @param {Spot} spot */
function spot({ article, place, block = place?.block, paragraph }) {
  return el(
    'button',
    { type: 'button', class: 'spot-link', 'data-spot': `${article} ${block}`, title: texts.goTo(article, paragraph) },
    el('span', { class: 'letter' }, article),
    paragraph === null ? null : ` ¶ ${paragraph}`,
  );
}
