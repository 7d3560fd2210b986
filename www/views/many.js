// Many articles at a glance: which belong together, how much of each is in each other, and how they are related.

import { el, fragment } from '../dom.js';
import { percent } from '../format.js';
import { long } from '../long.js';
import { kinship as verdicts } from '../terms.js';
import { texts } from '../words.js';
import { opening } from './prose.js';
import { sketch } from './sketch.js';
import { takeable } from './takeable.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').Kinship} Kinship */
/** @typedef {import('../types/report').Card} Card */

/** A table of more articles is read no better than a list. */
const TABLE = 40;

/** @param {State} state */
export function many({ overview, many: view }) {
  if (!overview || !view) return fragment();
  const cards = new Map(overview.articles.map((card) => [card.id, card]));
  const alone = view.groups.filter((group) => group.length === 1).flat();
  const stories = view.groups.filter((group) => group.length > 1).map((group, at) => ({ group, at, kin: /** @type {Kinship[]} */ ([]) }));
  const storyOf = new Map(stories.flatMap((one) => one.group.map((id) => [id, one])));
  for (const kin of view.kinship) {
    const one = storyOf.get(kin.a);
    if (one && one === storyOf.get(kin.b)) one.kin.push(kin);
  }
  return fragment(
    ...long(stories, (one) => story(one, cards, view), 'div'),
    alone.length > 0 && el('section', { class: 'story' }, el('h2', {}, texts.alone), articles(alone, cards)),
  );
}

/** @param {{ group: string[], at: number, kin: Kinship[] }} story @param {Map<string, Card>} cards @param {import('../types/report').ManyView} view */
function story({ group, at, kin }, cards, { duplicates, sources }) {
  kin.sort((x, y) => Math.max(y.a_in_b, y.b_in_a) - Math.max(x.a_in_b, x.b_in_a));
  return el(
    'section',
    { class: 'story' },
    el('h2', {}, texts.story(at + 1, group.length)),
    articles(group, cards),
    copies(group, duplicates),
    // Of few, the pictures stand beside the words.
    el('div', { class: group.length < 8 ? 'pictures' : null }, sketch(group, cards, kin, sources), group.length <= TABLE && matrix(group, kin)),
    el('ol', { class: 'kin' }, ...long(kin.filter(({ verdict }) => verdict !== 'unrelated'), related, 'li')),
  );
}

/** @param {readonly string[]} ids @param {Map<string, Card>} cards */
function articles(ids, cards) {
  const line = (/** @type {string} */ id) => {
    const card = cards.get(id);
    const words = opening(card?.title ?? card?.opening ?? '', 90);
    return el(
      'li',
      {},
      el('button', { type: 'button', class: 'spot-link', 'data-spot': `${id} 0`, title: texts.goTo(id, null) }, el('span', { class: 'letter' }, id), ' ', words),
      el('span', { class: 'also' }, [card?.origin, card?.file].filter(Boolean).join(' · ')),
    );
  };
  return el('ul', { class: 'members' }, ...long(ids, line, 'li'));
}

/** How much of the row's article is in the column's. @param {string[]} group @param {readonly Kinship[]} kin */
function matrix(group, kin) {
  const pairs = new Map(kin.map((one) => [`${one.a} ${one.b}`, one]));
  /** @param {string} a @param {string} b */
  const share = (a, b) => pairs.get(`${a} ${b}`)?.a_in_b ?? pairs.get(`${b} ${a}`)?.b_in_a ?? 0;
  const letter = (/** @type {string} */ id, /** @type {string} */ scope) => el('th', { scope }, el('span', { class: 'letter' }, id));
  const cell = (/** @type {string} */ a, /** @type {string} */ b) => {
    if (a === b) return el('td', { class: 'self' });
    const part = share(a, b);
    const words = texts.share(percent(part), a, b);
    const button = el('button', { type: 'button', 'data-beside': `${a} ${b}`, title: words, 'aria-label': words }, percent(part));
    return el('td', { 'data-share': Math.ceil(part * 5) }, part > 0 ? button : '–');
  };
  const row = (/** @type {string} */ a) => el('tr', {}, letter(a, 'row'), ...group.map((b) => cell(a, b)));
  const head = el('tr', {}, el('td'), ...group.map((id) => letter(id, 'col')));
  const table = el('table', {}, el('caption', { class: 'vh' }, texts.matrix), el('thead', {}, head), el('tbody', {}, ...long(group, row, 'tr')));
  const figure = el('figure', {}, el('p', { class: 'manner' }, texts.matrix), el('div', { class: 'matrix', tabindex: 0, role: 'region', 'aria-label': texts.matrix }, table));
  return takeable(figure, 'overlap');
}

/** @param {Kinship} kin */
function related(kin) {
  const { a, b, verdict, evidence } = kin;
  return el(
    'li',
    {},
    el('span', { class: 'letter' }, a),
    ' ',
    el('span', { class: 'letter' }, b),
    ' ',
    el('b', {}, verdicts[verdict]?.(a, b) ?? verdict),
    ' ',
    texts.shares(percent(kin.a_in_b), a, percent(kin.b_in_a), b),
    ' ',
    el('button', { type: 'button', class: 'plain', 'data-beside': `${a} ${b}` }, texts.side),
    evidence.length > 0 &&
      el('details', {}, el('summary', {}, `${texts.evidence}: ${texts.points(evidence.length)}`), el('ul', {}, ...evidence.map((one) => el('li', {}, one.charAt(0).toUpperCase() + one.slice(1))))),
  );
}

/** Articles that are nearly the same text as another. @param {string[]} group @param {readonly import('../types/report').Duplicates[]} duplicates */
function copies(group, duplicates) {
  const own = duplicates.filter(({ of }) => group.includes(of));
  return own.length > 0 && el('ul', { class: 'copies' }, ...own.map(({ of, others }) => el('li', {}, texts.copies(of, others))));
}
