// The ledger: one row a finding, the most consequential first; differences of style are folded.

import { el, fragment } from '../dom.js';
import { number } from '../format.js';
import { confidence, kinds } from '../labels.js';
import { texts } from '../texts.js';
import { prose } from './prose.js';

/** @typedef {import('../types/report').Change} Change */
/** @typedef {import('../types/report').ChangeRow} ChangeRow */
/** @typedef {import('../types/report').Cell} Cell */

/** @param {import('../types/page').State} state */
export function ledger({ overview, kind: chosen }) {
  if (!overview || overview.changes.length === 0) return fragment();
  const { changes } = overview.report;
  const passages = new Map(overview.changes.map((row) => [row.id, row]));
  const shown = changes.filter((change) => (chosen ? change.kind === chosen : change.kind !== 'style'));
  const style = chosen ? [] : changes.filter((change) => change.kind === 'style');
  /** @param {Change} change */
  const row = (change) => finding(change, passages.get(change.id));
  return fragment(
    filters(changes, chosen),
    el('ol', { class: 'findings' }, ...shown.map(row)),
    style.length > 0 &&
      el(
        'details',
        { class: 'fold' },
        el('summary', {}, texts.styleFolded(style.length)),
        el('ol', { class: 'findings' }, ...style.map(row)),
      ),
  );
}

/** @param {readonly Change[]} changes @param {string | null} chosen */
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
  const present = Object.keys(kinds).filter((kind) => changes.some((change) => change.kind === kind));
  return el(
    'div',
    { class: 'filters', role: 'group', 'aria-label': texts.ledger },
    button('', texts.all, changes.length),
    ...present.map((kind) => button(kind, kinds[kind] ?? kind, changes.filter((one) => one.kind === kind).length)),
  );
}

/** @param {Change} change @param {ChangeRow | undefined} row */
function finding(change, row) {
  return el(
    'li',
    { class: 'finding', 'data-row': change.id, 'data-change': change.id, 'data-found': change.kind },
    el('p', { class: 'kind' }, kinds[change.kind] ?? change.kind),
    el('p', { class: 'summary' }, change.summary),
    el(
      'div',
      { class: 'passages' },
      passage(row?.a ?? null, change.a.article, 'a'),
      passage(row?.b ?? null, change.b.article, 'b'),
    ),
    el(
      'div',
      { class: 'foot-note' },
      el(
        'details',
        { class: 'why' },
        el('summary', {}, texts.why),
        el('p', {}, [change.rule, confidence[change.confidence], change.intent].filter(Boolean).join(' · ')),
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
