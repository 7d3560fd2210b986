// Two articles side by side: rows of sentences that belong together.

import { el, fragment, hidden } from '../dom.js';
import { texts } from '../words.js';
import { spend } from '../turns.js';
import { prose } from './prose.js';
import { choice, elsewhere, folded, heading, isChange, margin, woven } from './rows.js';
import { weave } from './weave.js';

/** @typedef {import('../types/report').PairView} PairView */
/** @typedef {import('../types/report').Row} Row */
/** @typedef {import('../types/report').Cell} Cell */

/** @param {import('../types/page').State} state */
export function side(state) {
  const pair = state.pairView;
  if (!pair) return fragment(choice(state));
  if (!woven(pair)) return fragment(choice(state), el('p', { class: 'nothing' }, texts.noPair));
  const picture = weave(pair);
  // Where it fills the turn, rows begin in the next.
  if (picture) spend(picture);
  const byId = new Map(pair.rows.map((row) => [row.id, row]));
  const rows = folded(pair, (row) => (row.kind === 'elsewhere' ? elsewhere(row, pair, byId) : built(row, pair, state)));
  return fragment(choice(state), picture, heads(state, pair), rows);
}

/** The two articles' names over their columns. @param {import('../types/page').State} state @param {PairView} pair */
function heads({ overview }, pair) {
  /** @param {string} id */
  const head = (id) => {
    const card = overview?.articles.find((one) => one.id === id);
    return el(
      'p',
      { class: 'head' },
      el('span', { class: 'letter' }, id),
      ' ',
      el('span', { class: 'by' }, card?.origin ?? card?.file),
    );
  };
  return el('div', { class: 'heads' }, head(pair.a), head(pair.b));
}

/** @param {Row} row @param {PairView} pair @param {import('../types/page').State} state */
function built(row, pair, { correcting, linking, more }) {
  return el(
    'div',
    {
      class: 'row',
      'data-kind': row.kind,
      'data-row': row.id,
      'data-moved': row.moved,
      'data-rewritten': row.rewritten,
      'data-change': isChange(row) ? row.id : null,
    },
    heading(row, pair),
    cell(row.a, 'a', pair.a),
    cell(row.b, 'b', pair.b),
    correcting && more?.correctLink(row, linking),
  );
}

/** @param {Cell | null} cell @param {'a' | 'b'} side @param {string} id */
function cell(cell, side, id) {
  if (!cell) return el('div', { class: `cell cell-${side} empty` }, hidden(texts.missing(id)));
  return el(
    'div',
    { class: `cell cell-${side}`, 'data-block': cell.block, 'data-opens': cell.opens },
    el('span', { class: 'letter', 'aria-hidden': 'true' }, id),
    margin(cell),
    el('p', {}, prose(cell.runs, side)),
  );
}
