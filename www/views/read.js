// One article to be read: its parts as what they are, its furniture folded.

import { el, fragment } from '../dom.js';
import { long, seek } from '../long.js';
import { real, same } from '../patch.js';
import { blocks } from '../labels.js';
import { choose, listOf } from './choosing.js';
import { texts } from '../words.js';
import { number } from '../format.js';
import { opening, prose } from './prose.js';

/** @typedef {import('../types/report').BlockView} BlockView */
/** @typedef {import('../types/report').ArticleView} ArticleView */
/** @typedef {import('../types/page').State['more']} Controls */

/** The element of each kind of block; whatever is not here is a plain line. */
/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const TAGS = { headline: 'h2', subhead: 'h3', quote: 'blockquote', note: 'aside' };

/** Kinds that say in words what they are; the others show it. */
const NAMED = new Set(['caption', 'credit', 'byline', 'date', 'dateline', 'note']);

/** More articles than this are chosen from a list: their buttons would push the text out of sight. */
const BUTTONS = 12;

/** @param {import('../types/page').State} state */
export function read(state) {
  const text = state.articleView && article(state.articleView, state.correcting ? state.more : null);
  const { spot } = state;
  if (text && spot !== null) seek(text, () => text.querySelector(`[data-block="${spot}"]`))?.classList.add('spot');
  return fragment(switcher(state), text);
}

/** The choice of the article, where there are several. @param {import('../types/page').State} state */
export function switcher({ overview, article: chosen }) {
  const articles = overview?.articles ?? [];
  if (articles.length < 2) return null;
  const name = (/** @type {typeof articles[number] | undefined} */ one) => opening(one?.title ?? one?.origin ?? one?.file ?? '', 90);
  if (articles.length > BUTTONS) {
    const choice = same(articles, [], () => {
      const words = (/** @type {number} */ at) => `${articles[at]?.id}  ${name(articles[at])}`;
      return el('div', { class: 'switcher' }, listOf({ 'data-pick': 'article', 'data-focus': 'pick-article', 'aria-label': texts.articles }, articles.length, words));
    });
    choose(/** @type {Element} */ (real(choice).firstChild), chosen);
    return choice;
  }
  const buttons = articles.map((one, i) =>
    el(
      'button',
      { type: 'button', 'data-article': i, 'aria-pressed': i === chosen, 'data-focus': `article-${i}` },
      el('span', { class: 'letter' }, one.id),
      ' ',
      name(one),
    ),
  );
  return el('div', { class: 'switcher', role: 'group', 'aria-label': texts.articles }, ...buttons);
}

/** @param {ArticleView} view @param {Controls} [correct] what corrects its parts, while they are corrected */
export function article(view, correct = null) {
  /** Furniture that stands together is folded together. @type {[number, BlockView][][]} */
  const parts = [];
  for (const one of view.blocks.entries()) {
    const last = parts.at(-1);
    if (one[1].kind === 'furniture' && last?.[0]?.[1].kind === 'furniture') last.push(one);
    else parts.push([one]);
  }
  return el('article', { class: 'reader', 'data-article-id': view.id }, shares(view), ...long(parts, (one) => part(one, view.id, correct), 'div'), leftOut(view.more, texts.paragraphs));
}

/** What the colours mean where words are marked that others have; in an article that shares none there are none. @param {ArticleView} view */
function shares({ blocks }) {
  const marks = blocks.flatMap(({ runs }) => runs.flatMap((run) => run.marks));
  if (!marks.some(({ kind }) => kind === 'shared')) return null;
  const isSome = marks.some(({ kind, label }) => kind === 'shared' && label === 'some');
  return el('p', { class: 'shared-key' }, el('span', { class: 'here' }, texts.onlyHere), isSome && el('span', { class: 'few' }, texts.inSome), el('span', {}, texts.inAll));
}

/** What is not handed to the page, because nobody can look at so much. @param {number} more @param {(n: number) => string} count */
export const leftOut = (more, count) => (more > 0 ? el('p', { class: 'nothing' }, texts.leftOut(count(more))) : null);

/** @param {[number, BlockView][]} blocks with their places @param {string} id of the article @param {Controls} correct */
function part(blocks, id, correct) {
  const [first] = blocks;
  if (first && first[1].kind !== 'furniture') return block(first, id, correct);
  const lines = blocks.map(([at, one]) => el('p', { 'data-block': at }, correct?.correctBlock(id, at, one.kind), prose(one.runs)));
  return el('details', { class: 'furniture', open: correct !== null }, el('summary', {}, texts.furniture(lines.length)), ...lines);
}

/** @param {[number, BlockView]} block with its place @param {string} id @param {Controls} correct */
function block([at, view], id, correct) {
  const role = NAMED.has(view.kind) && el('span', { class: 'role' }, blocks[view.kind]);
  const count =
    view.paragraph !== null &&
    el('span', { class: 'pilcrow', title: texts.paragraph(view.paragraph) }, number(view.paragraph));
  return el(TAGS[view.kind] ?? 'p', { class: `block ${view.kind}`, 'data-block': at }, correct ? correct.correctBlock(id, at, view.kind) : role, count, prose(view.runs));
}
