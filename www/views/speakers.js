// Who speaks how much in which article.

import { leftOut } from '../aside.js';
import { draw, el } from '../dom.js';
import { long } from '../long.js';
import { same } from '../patch.js';
import { texts } from '../words.js';
import { takeable } from './takeable.js';

/** @typedef {import('../types/page').State} State */
/** @typedef {import('../types/report').QuotesView} QuotesView */
/** @typedef {import('../types/report').UtteranceRow} UtteranceRow */

/** Whose quoted words are drawn as bars; the others are few. */
const BARS = 200;

/** A window as wide has who speaks beside what is said. */
const BESIDE = '(min-width: 60.01rem)';

/** What stands beside quotes, folded where it would stand above them. @param {string} name @param {string} title @param {string} chosen @param {HTMLElement} list */
export const beside = (name, title, chosen, list) =>
  el('details', { class: 'speakers', open: matchMedia(BESIDE).matches }, el('summary', { 'data-focus': name }, el('h2', {}, title), chosen && ` ${chosen}`), list);

/**
 * Who speaks: a bar for each article, as long as the words between marks are many.
 * @param {State} state
 * @param {QuotesView} view
 * @param {readonly UtteranceRow[]} all that are shown
 */
export function speakers(state, view, all) {
  const { speaker: chosen, aside } = state;
  const out = leftOut(state);
  const ids = (state.overview?.articles ?? []).map(({ id }) => id);
  const times = new Map();
  for (const { speaker } of all) times.set(speaker, (times.get(speaker) ?? 0) + 1);
  const words = (/** @type {import('../types/report').SpeakerRow} */ one) => one.words.map((count, i) => (out.has(ids[i] ?? '') ? 0 : count));
  const total = (/** @type {import('../types/report').SpeakerRow} */ one) => words(one).reduce((sum, n) => sum + n, 0);
  const known = view.speakers.filter(({ entity }) => times.has(entity));
  // Who speaks most in what is shown, not in what is left out; behind all whoever is not named.
  const ranked = out.size > 0 ? known.sort((a, b) => Number(a.entity === null) - Number(b.entity === null) || total(b) - total(a)) : known;
  const shown = ranked.slice(0, BARS);
  const most = shown.flatMap(words).reduce((x, y) => Math.max(x, y), 1);
  const row = (/** @type {import('../types/report').SpeakerRow} */ one) => {
    const index = view.speakers.indexOf(one);
    const bars = ids.length - out.size > 8 ? [] : words(one).map((count, i) => count > 0 && bar(ids[i] ?? '', count, most));
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-speaker': index, 'aria-pressed': index === chosen, 'data-focus': `speaker-${index}` },
        el('span', { class: 'name' }, one.name || texts.nobody),
        el('span', { class: 'also' }, texts.utterances(times.get(one.entity), total(one))),
        ...bars,
      ),
    );
  };
  const his = view.speakers[chosen ?? -1];
  const list = el('ol', {}, ...long(shown, (one) => same(one, [one === his, aside, most, times.get(one.entity), view.speakers.indexOf(one)], () => row(one)), 'li'));
  return beside('speakers', texts.speakers, his ? his.name || texts.nobody : '', takeable(el('figure', {}, list), 'who-speaks'));
}

/** @param {string} id @param {number} words @param {number} most */
function bar(id, words, most) {
  const width = (words / most) * 100;
  return el(
    'span',
    { class: 'bar-line' },
    el('span', { class: 'letter' }, id),
    draw('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, draw('rect', { width, height: 8 })),
    el('span', { class: 'count' }, texts.words(words)),
  );
}
