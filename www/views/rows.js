// What the views of a pair share: labels of rows, links between the two places of a moved passage, the choice of
// the pair, and which rows are folded.

import { el, fragment } from '../dom.js';
import { meanings } from '../glossary.js';
import { blocks } from '../labels.js';
import { texts } from '../words.js';
import { number } from '../format.js';
import { long } from '../long.js';
import { real, same } from '../patch.js';
import { choose, listOf } from './choosing.js';
import { leftOut } from './read.js';
import { opening, plain } from './prose.js';

/** @typedef {import('../types/report').PairView} PairView */
/** @typedef {import('../types/report').Row} Row */
/** @typedef {import('../types/report').Cell} Cell */

/** So many sentences in a row that are word for word the same are folded to one line. */
const FOLD_FROM = 3;

/** Whether a row shows a difference. @param {Row} row */
export const isChange = (row) => row.kind !== 'elsewhere' && (row.kind !== 'verbatim' || row.moved);

/** Whether anything of the two articles belongs together. @param {PairView} pair */
export const woven = (pair) => pair.rows.some((row) => row.a && row.b);

/** What a row is: a word, and the code of what it means. @param {Row} row @param {PairView} pair @returns {[string, string]} */
function labelOf(row, pair) {
  if (row.kind === 'only-a') return [texts.onlyIn(pair.a), 'only'];
  if (row.kind === 'only-b') return [texts.onlyIn(pair.b), 'only'];
  if (row.kind === 'related') return [texts.related, 'related'];
  return [row.rewritten || row.kind === 'paraphrase' ? texts.rewritten : '', 'rewritten'];
}

/** The line over a row that says what it is. @param {Row} row @param {PairView} pair */
export function heading(row, pair) {
  const [words, code] = labelOf(row, pair);
  if (!words && !row.moved) return null;
  return el('p', { class: 'row-label' }, words && el('span', { title: meanings[code] }, words), movedLink(row, pair));
}

/** The link from a moved row to where the other article has it. @param {Row} row @param {PairView} pair */
function movedLink(row, pair) {
  if (!row.moved) return null;
  const words = texts.movedTo(pair.b, row.b?.paragraph ?? null);
  if (!row.partner) return el('span', { class: 'moved-link', title: meanings.moved }, '↕ ', words);
  return el('a', { class: 'moved-link', href: `#${row.partner}`, 'data-go': row.partner, title: meanings.moved }, '↕ ', words);
}

/**
 * A slim link where an article, most often the second, has a sentence that is shown elsewhere.
 * @param {Row} row
 * @param {PairView} pair
 * @param {Map<string, Row>} byId
 */
export function elsewhere(row, pair, byId) {
  const partner = row.partner ? byId.get(row.partner) : undefined;
  const [id, beside] = row.a ? [pair.b, partner?.b] : [pair.a, partner?.a];
  const cell = row.a ?? row.b ?? partner?.b;
  // What is told in other words elsewhere has not moved.
  const told = partner && !partner.moved ? texts.toldIn : texts.movedFrom;
  const words = told(id, beside?.paragraph ?? null);
  return el(
    'p',
    { class: 'elsewhere', 'data-row': row.id, 'data-left': row.a !== null },
    el(
      'a',
      { href: `#${row.partner ?? ''}`, 'data-go': row.partner },
      el('span', { class: 'moved-link' }, '↕ ', words),
      ' ',
      cell ? el('span', { class: 'glimpse' }, opening(plain(cell.runs), 60)) : null,
    ),
  );
}

/** The number or the role of a paragraph, where a cell opens one. @param {Cell} cell */
export function margin(cell) {
  if (!cell.opens) return null;
  if (cell.paragraph === null) return el('span', { class: 'role' }, blocks[cell.block] ?? cell.block);
  return el('span', { class: 'pilcrow', title: texts.paragraph(cell.paragraph) }, number(cell.paragraph));
}

/**
 * Rows with long stretches of sameness folded.
 * @param {PairView} pair
 * @param {(row: Row) => HTMLElement} build
 * @returns {DocumentFragment}
 */
export function folded(pair, build) {
  /** @type {Row[][]} */
  const parts = [];
  const isSame = (/** @type {Row | undefined} */ row) => row?.kind === 'verbatim' && !row.moved;
  for (const row of pair.rows) {
    const last = parts.at(-1);
    if (isSame(row) && isSame(last?.[0])) last?.push(row);
    else parts.push([row]);
  }
  // A stretch that is not worth folding is as many rows.
  const worth = parts.flatMap((rows) => (rows.length < FOLD_FROM || !rows[0]?.a ? rows.map((row) => [row]) : [rows]));
  const fold = (/** @type {Row[]} */ rows) => {
    const [first] = rows;
    if (rows.length < FOLD_FROM && first) return build(first);
    const glimpse = el('span', { class: 'glimpse' }, opening(plain(first?.a?.runs ?? []), 60));
    const summary = el('summary', {}, texts.folded(rows.length), ' ', glimpse);
    return el('details', { class: 'fold' }, summary, ...long(rows, build, 'div'));
  };
  return fragment(el('div', { class: 'rows' }, ...long(worth, fold, 'div')), leftOut(pair.more, texts.sentences));
}

/** What the two lists of articles are kept by. */
const SIDES = { a: {}, b: {} };

/**
 * The choice of the two articles, where there are more than two.
 * @param {import('../types/page').State} state
 */
export function choice({ overview, pair }) {
  const articles = overview?.articles ?? [];
  if (articles.length < 3) return null;
  /** @param {'a' | 'b'} side @param {string} name */
  const select = (side, name) => {
    const [chosen, other] = side === 'a' ? pair : [pair[1], pair[0]];
    const words = (/** @type {number} */ at) => `${articles[at]?.id}  ${opening(articles[at]?.title ?? articles[at]?.file ?? '', 48)}`;
    const made = same(SIDES[side], [articles], () =>
      el('label', {}, name, ' ', listOf({ 'data-pick': side, 'data-focus': `pick-${side}` }, articles.length, words)),
    );
    // An article beside itself shows nothing.
    choose(/** @type {Element} */ (real(made).lastChild), chosen, other);
    return made;
  };
  return el('div', { class: 'choice' }, fragment(select('a', texts.compare), select('b', texts.with)));
}
