// Links from what was found to where it stands.

import { el } from '../dom.js';
import { texts } from '../texts.js';

/**
 * A letter for each place; pressed, it shows the article there.
 * @param {readonly { article: string, block?: number, place?: { block: number }, paragraph: number | null }[]} places
 * @returns {HTMLElement[]}
 */
export const spots = (places) =>
  places.map(({ article, place, block = place?.block, paragraph }) => {
    const words = texts.goTo(article, paragraph);
    return el(
      'button',
      { type: 'button', class: 'spot-link', 'data-spot': `${article} ${block}`, title: words },
      el('span', { class: 'letter' }, article),
      paragraph === null ? null : ` ¶ ${paragraph}`,
    );
  });
