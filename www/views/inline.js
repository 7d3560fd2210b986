// Two articles in one text: the first one's order, with what was taken out and put in.

import { el, fragment } from '../dom.js';
import { texts } from '../words.js';
import { prose } from './prose.js';
import { choice, elsewhere, folded, heading, isChange, margin, woven } from './rows.js';
import { legend } from './weave.js';

/** @typedef {import('../types/report').PairView} PairView */
/** @typedef {import('../types/report').Row} Row */

/** @param {import('../types/page').State} state */
export function inline(state) {
  const pair = state.pairView;
  const beside = el('div', {}, choice(state), pair && woven(pair) && el('div', { class: 'weave' }, legend(pair)));
  if (!pair) return fragment(beside);
  if (!woven(pair)) return fragment(beside, el('p', { class: 'nothing' }, texts.noPair));
  const byId = new Map(pair.rows.map((row) => [row.id, row]));
  const rows = folded(pair, (row) => (row.kind === 'elsewhere' ? elsewhere(row, pair, byId) : built(row, pair)));
  return fragment(beside, rows);
}

/** @param {Row} row @param {PairView} pair */
function built(row, pair) {
  const cell = row.a ?? row.b;
  return el(
    'div',
    {
      class: 'row',
      'data-kind': row.kind,
      'data-row': row.id,
      'data-moved': row.moved,
      'data-opens': cell?.opens,
      'data-block': cell?.block,
      'data-change': isChange(row) ? row.id : null,
    },
    cell && margin(cell),
    heading(row, pair),
    ...words(row),
  );
}

/**
 * A near-rewrite reads better as before and after than as scattered words.
 * @param {Row} row
 */
function words(row) {
  if (row.rewritten && row.a && row.b) {
    return [
      el('p', { class: 'before' }, el('span', { class: 'letter' }, row.a.article), ' ', prose(row.a.runs, 'a')),
      el('p', { class: 'after' }, el('span', { class: 'letter' }, row.b.article), ' ', prose(row.b.runs, 'b')),
    ];
  }
  return [el('p', {}, prose(row.inline))];
}
