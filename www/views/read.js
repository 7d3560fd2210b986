// One article to be read: its parts as what they are, its furniture folded.

import { el, fragment } from '../dom.js';
import { blocks, texts } from '../texts.js';
import { number } from '../format.js';
import { opening, prose } from './prose.js';

/** @typedef {import('../types/report').BlockView} BlockView */
/** @typedef {import('../types/report').ArticleView} ArticleView */

/** The element of each kind of block; whatever is not here is a plain line. */
/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const TAGS = { headline: 'h2', subhead: 'h3', quote: 'blockquote', note: 'aside' };

/** Kinds that say in words what they are; the others show it. */
const NAMED = new Set(['caption', 'credit', 'byline', 'date', 'dateline', 'note']);

/** @param {import('../types/page').State} state */
export function read(state) {
  return fragment(switcher(state), state.articleView && article(state.articleView));
}

/** The choice of the article, where there are several. @param {import('../types/page').State} state */
export function switcher({ overview, article: chosen }) {
  const articles = overview?.report.articles ?? [];
  if (articles.length < 2) return null;
  const buttons = articles.map((one, i) =>
    el(
      'button',
      { type: 'button', 'data-article': i, 'aria-pressed': i === chosen, 'data-focus': `article-${i}` },
      el('span', { class: 'letter' }, one.id),
      ' ',
      opening(one.title ?? one.outlet ?? one.agency ?? one.file, 36),
    ),
  );
  return el('div', { class: 'switcher', role: 'group', 'aria-label': texts.articles }, ...buttons);
}

/** @param {ArticleView} view */
export function article(view) {
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {BlockView[]} */
  let furniture = [];
  const flush = () => {
    if (furniture.length === 0) return;
    const lines = furniture.map((one) => el('p', {}, prose(one.runs)));
    made.push(el('details', { class: 'furniture' }, el('summary', {}, texts.furniture(lines.length)), ...lines));
    furniture = [];
  };
  for (const one of view.blocks) {
    if (one.kind === 'furniture') furniture.push(one);
    else {
      flush();
      made.push(block(one));
    }
  }
  flush();
  return el('article', { class: 'reader', 'data-article-id': view.id }, ...made);
}

/** @param {BlockView} view */
function block(view) {
  const role = NAMED.has(view.kind) && el('span', { class: 'role' }, blocks[view.kind]);
  const count =
    view.paragraph !== null &&
    el('span', { class: 'pilcrow', title: texts.paragraph(view.paragraph) }, number(view.paragraph));
  return el(TAGS[view.kind] ?? 'p', { class: `block ${view.kind}` }, role, count, prose(view.runs));
}
