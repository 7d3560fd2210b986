// What a search found: each hit in its words, by article.

import { el, fragment } from '../dom.js';
import { long } from '../long.js';
import { same } from '../patch.js';
import { expression, search, words } from '../search.js';
import { texts } from '../words.js';
import { filter, select } from './facets.js';
import { spots } from './spots.js';

/** @typedef {import('../search.js').Hit} Hit */

/** @param {import('../types/page').State} state */
export function found({ overview, texts: articles, query, facets }) {
  if (!overview || !articles || !query) return fragment();
  if (/^\/.+\/$/s.test(query) && !expression(query)) return fragment(el('p', { class: 'nothing' }, texts.noExpression));
  const fits = filter(overview, facets);
  const { hits, total } = search(articles, query, fits);
  const choices = select(overview, facets);
  if (total === 0 && Object.values(facets).some(Boolean)) return fragment(choices, el('p', { class: 'nothing' }, texts.noHits(query)));
  if (total === 0) return fragment(el('p', { class: 'nothing' }, texts.noHits(query)));
  const counts = new Map();
  for (const { article } of hits) counts.set(article, (counts.get(article) ?? 0) + 1);
  return fragment(
    choices,
    el('p', { class: 'hits', role: 'status' }, texts.hits(total), counts.size < 30 ? `  ${[...counts].map((one) => one.join(' ')).join('  ')}` : '', total > hits.length && ` ${texts.firstHits(hits.length)}`),
    el('ol', { class: 'context' }, ...long(hits, (hit) => same(hit, [], () => line(hit)), 'li')),
  );
}

/** @param {Hit} hit */
function line(hit) {
  const id = `hit ${hit.article} ${hit.block} ${hit.start}`;
  const { before, match, after } = words(hit);
  return el(
    'li',
    { 'data-row': id, 'data-change': id },
    el('span', { class: 'place' }, ...spots([hit])),
    el('span', { class: 'before' }, before),
    el('mark', { class: 'evidence' }, match),
    el('span', { class: 'after' }, after),
  );
}
