// Narrowing what a search finds: by outlet, day, a name beside it, and who speaks there.

import { el } from '../dom.js';
import { day } from '../format.js';
import { same } from '../patch.js';
import { texts } from '../words.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').Overview} Overview */
/** @typedef {import('../types/report').PlainView} PlainView */

/** So many names can be chosen from; the palette finds the others. */
const OFFERED = 200;

/** Labels of those who speak. */
const SPEAK = new Set(['PERSON', 'ORG', 'GPE', 'NORP', 'MEDIA', 'ROLE', 'ANON_SOURCE']);

/**
 * Whether hits in a block are wanted.
 * @param {Overview} overview
 * @param {State['facets']} facets
 * @returns {(article: PlainView, block: number) => boolean}
 */
export function filter({ articles: cards }, { outlet, day: date, name, speaker }) {
  const fitting = new Set(cards.filter((card) => (!outlet || card.origin === outlet) && (!date || card.date === date)).map(({ id }) => id));
  return (article, block) =>
    fitting.has(article.id) &&
    (!name || (article.named[block]?.includes(name) ?? false)) &&
    (!speaker || (article.speaking[block]?.includes(speaker) ?? false));
}

/** What the lists are kept by. */
const LISTS = {};

/** The lists to choose from, made anew where they are others. @param {Overview} overview @param {State['facets']} facets */
export const select = (overview, facets) => same(LISTS, [overview.articles, overview.entities, facets], () => lists(overview, facets));

/** One that could narrow nothing is left out. @param {Overview} overview @param {State['facets']} facets */
function lists({ articles, entities }, facets) {
  const distinct = (/** @type {(string | null)[]} */ values) => [...new Set(values)].flatMap((one) => (one ? [one] : [])).sort();
  /** @param {keyof typeof texts.facet} facet @param {[string, string][]} options */
  const list = (facet, options) =>
    options.length > 1 &&
    el(
      'label',
      {},
      texts.facet[facet],
      ' ',
      el(
        'select',
        { 'data-facet': facet, 'data-focus': `facet-${facet}` },
        el('option', { value: '' }, texts.any),
        ...options.map(([value, words]) => el('option', { value, selected: facets[facet] === value }, words)),
      ),
    );
  /** @param {(label: string) => boolean} fits @returns {[string, string][]} */
  const names = (fits) => entities.filter(({ entity }) => fits(entity.label)).slice(0, OFFERED).map(({ entity }) => [entity.id, entity.name]);
  return el(
    'div',
    { class: 'choice facets', role: 'group', 'aria-label': texts.facets },
    el('span', {}, texts.facets),
    list('outlet', distinct(articles.map(({ origin }) => origin)).map((one) => [one, one])),
    list('day', distinct(articles.map(({ date }) => date)).map((one) => [one, day(one)])),
    list('name', names((label) => label !== 'ROLE')),
    list('speaker', names((label) => SPEAK.has(label))),
  );
}
