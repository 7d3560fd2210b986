// The ledger: one row a finding, the most consequential first; differences of style are folded.

import { el, fragment } from '../dom.js';
import { number } from '../format.js';
import { confidence, kinds } from '../labels.js';
import { long } from '../long.js';
import { texts } from '../texts.js';
import { prose } from './prose.js';

/** @typedef {import('../types/report').ChangeRow} ChangeRow */
/** @typedef {import('../types/report').Cell} Cell */

/** @param {import('../types/page').State} state */
export function ledger({ overview, kind: chosen }) {
  if (!overview || overview.changes.length === 0) return fragment();
  const { changes } = overview;
  const shown = changes.filter(({ change }) => (chosen ? change.kind === chosen : change.kind !== 'style'));
  const style = chosen ? [] : changes.filter(({ change }) => change.kind === 'style');
  return fragment(
    filters(changes, chosen),
    el('ol', { class: 'findings' }, ...long(shown, finding, 'li')),
    style.length > 0 &&
      el(
        'details',
        { class: 'fold' },
        el('summary', {}, texts.styleFolded(style.length)),
        el('ol', { class: 'findings' }, ...long(style, finding, 'li')),
      ),
  );
}

/** @param {readonly ChangeRow[]} changes @param {string | null} chosen */
function filters(changes, chosen) {
  /** @param {string} kind @param {string} name @param {number} count */
  const button = (kind, name, count) =>
    el(
      'button',
      { type: 'button', 'data-kind': kind, 'aria-pressed': (chosen ?? '') === kind, 'data-focus': `kind-${kind}` },
      name,
      ' ',
      el('span', { class: 'count' }, number(count)),
    );
  const count = (/** @type {string} */ kind) => changes.filter(({ change }) => change.kind === kind).length;
  const present = Object.keys(kinds).filter((kind) => count(kind) > 0);
  return el(
    'div',
    { class: 'filters', role: 'group', 'aria-label': texts.ledger },
    button('', texts.all, changes.length),
    ...present.map((kind) => button(kind, kinds[kind] ?? kind, count(kind))),
  );
}

/** @param {ChangeRow} row */
function finding({ change, a, b }) {
  return el(
    'li',
    { class: 'finding', 'data-row': change.id, 'data-change': change.id, 'data-found': change.kind },
    el('p', { class: 'kind' }, kinds[change.kind] ?? change.kind),
    el('p', { class: 'summary' }, change.summary),
    el(
      'div',
      { class: 'passages' },
      passage(a, change.a.article, 'a'),
      passage(b, change.b.article, 'b'),
    ),
    el(
      'div',
      { class: 'foot-note' },
      el(
        'details',
        { class: 'why' },
        el('summary', {}, texts.why),
        el('p', {}, [change.why, confidence[change.confidence], change.intent].filter(Boolean).join(' · ')),
      ),
      el('button', { type: 'button', class: 'plain', 'data-copy': change.id, 'data-focus': `copy-${change.id}` }, texts.copy),
    ),
  );
}

/** @param {Cell | null} cell @param {string} id @param {'a' | 'b'} side */
function passage(cell, id, side) {
  const place = cell?.paragraph ? texts.paragraph(cell.paragraph) : '';
  return el(
    'div',
    { class: `passage passage-${side}` },
    el('p', { class: 'place' }, el('span', { class: 'letter' }, id), ' ', place),
    cell ? el('p', { class: 'words' }, prose(cell.runs, side)) : el('p', { class: 'absent' }, texts.missing(id)),
  );
}
