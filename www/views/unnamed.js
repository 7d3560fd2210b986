// Sources without a name: how each article calls them, and what they vouch for.

import { el } from '../dom.js';
import { texts } from '../words.js';
import { beside } from './speakers.js';

/** @typedef {import('../types/report').QuotesView} QuotesView */

/** How a choice of what one source says begins. */
const CHOICE = 'vouched-';

/** What a source vouches for, where that is chosen. @param {QuotesView} view @param {string} name */
export function vouched({ unnamed }, name) {
  if (!name.startsWith(CHOICE)) return undefined;
  const ids = new Set(unnamed[Number(name.slice(CHOICE.length))]?.vouches);
  return (/** @type {{ id: string }} */ { id }) => ids.has(id);
}

/** @param {QuotesView} view @param {string} said @param {Set<string>} out articles that are left out */
export function unnamed({ unnamed }, said, out) {
  const rows = unnamed.map(({ calls, named, vouches }, index) => {
    if ([...calls, ...named].every(({ article }) => out.has(article))) return null;
    const name = `${CHOICE}${index}`;
    /** Articles that call it the same stand together. @type {Map<string, string[]>} */
    const same = new Map();
    for (const { article, words } of calls) {
      const called = words.map((one) => `“${one}”`).join(', ');
      same.set(called, [...(same.get(called) ?? []), article]);
    }
    for (const { article, name: called } of named) same.set(called, [...(same.get(called) ?? []), article]);
    const lines = [...same].map(([called, articles]) =>
      el('span', { class: 'call' }, ...articles.flatMap((id) => [el('span', { class: 'letter' }, id), ' ']), called),
    );
    const pressed = said === name;
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-said': pressed ? '' : name, 'aria-pressed': pressed, 'data-focus': `said-${name}` },
        ...lines,
        el('span', { class: 'also' }, texts.vouches(vouches.length)),
      ),
    );
  });
  if (!rows.some(Boolean)) return null;
  return beside('unnamed', texts.unnamedSources, '', el('ol', {}, ...rows));
}
