// The verdict: one sentence, its evidence one click away.

import { el, fragment } from '../dom.js';
import { texts } from '../texts.js';

/** @param {import('../types/report').Overview | null} overview */
export function verdict(overview) {
  if (!overview?.verdict.headline) return fragment();
  const { headline, summary, details, set_aside: aside } = overview.verdict;
  const alone = overview.articles.length === 1;
  const proof = details.map((detail) => el('li', {}, detail));
  return fragment(
    el('p', { class: 'sentence' }, headline),
    summary && el('p', { class: 'shares' }, summary, aside.length > 0 && el('span', { class: 'apart' }, ` ${texts.leftOutIs(aside, true)}`)),
    alone && el('p', { class: 'shares second' }, texts.second, ' ', el('button', { type: 'button', 'data-do': 'second', 'data-focus': 'second' }, texts.addSecond)),
    proof.length > 0 && el('details', {}, el('summary', {}, texts.evidence), el('ul', {}, ...proof)),
  );
}
