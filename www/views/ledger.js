// The ledger: one row a finding, the most consequential first; differences of style are folded.

import { lastingKey } from '../decisions.js';
import { el, fragment } from '../dom.js';
import { number } from '../format.js';
import { meanings } from '../glossary.js';
import { blocks, confidence, kinds } from '../labels.js';
import { long } from '../long.js';
import { same } from '../patch.js';
import { texts } from '../texts.js';
import { prose } from './prose.js';

/** @typedef {import('../types/report').ChangeRow} ChangeRow */
/** @typedef {import('../types/report').Cell} Cell */
/** @typedef {import('../types/page').Review} Review */

const NONE = /** @type {Review} */ ({ mark: null, note: '' });

/** @param {import('../types/page').State} state */
export function ledger({ overview, kind: chosen, reviews }) {
  if (!overview || overview.changes.length === 0) return fragment();
  const { changes } = overview;
  const marked = Object.keys(reviews).length > 0;
  const of = (/** @type {ChangeRow} */ row) => (marked ? (reviews[lastingKey(overview, row)] ?? NONE) : NONE);
  const shown = changes.filter(({ change }) => (chosen ? isOf(change, chosen) : change.kind !== 'style'));
  const style = chosen ? [] : changes.filter(({ change }) => change.kind === 'style');
  const marks = marked ? changes.map((row) => of(row).mark) : [];
  const are = (/** @type {Review['mark']} */ mark) => marks.filter((one) => one === mark).length;
  // Of other articles all is new: it does not come out of what stood there.
  const row = (/** @type {ChangeRow} */ one) => same(one, Object.values(of(one)), () => finding(one, of(one)));
  return fragment(
    el('div', { id: `findings-${overview.articles.length}` }, filters(changes, chosen, texts.standing(are('seen'), are('wrong'))), el('ol', { class: 'findings' }, ...long(shown, row, 'li'))),
    style.length > 0 &&
      el(
        'details',
        { class: 'fold' },
        el('summary', { 'data-focus': 'fold-style', title: meanings.style }, texts.styleFolded(style.length)),
        el('ol', { class: 'findings' }, ...long(style, row, 'li')),
      ),
  );
}

/** Before the letter of an article whose lack is chosen among the findings: what it leaves out. */
const LACKS = 'lacks-';

/** The article that has no words for a difference that the other has. @param {ChangeRow['change']} change */
const lacking = ({ a, b }) => (a.spans.length === 0 ? a.article : b.spans.length === 0 ? b.article : '');

/** @param {ChangeRow['change']} change @param {string} chosen a kind, or what an article lacks */
const isOf = (change, chosen) => (chosen.startsWith(LACKS) ? lacking(change) === chosen.slice(LACKS.length) : change.kind === chosen);

/** Articles that are offered with what they lack; of many it says too little. */
const OFFERED = 3;

/** @param {readonly ChangeRow[]} changes @param {string | null} chosen @param {string} standing */
function filters(changes, chosen, standing) {
  /** @param {string} kind @param {string} name @param {number} count */
  const button = (kind, name, count) =>
    el(
      'button',
      { type: 'button', 'data-kind': kind, 'aria-pressed': (chosen ?? '') === kind, 'data-focus': `kind-${kind}`, title: kind.startsWith(LACKS) ? texts.missingIs(kind.slice(LACKS.length)) : meanings[kind] },
      name,
      ' ',
      el('span', { class: 'count' }, number(count)),
    );
  const count = (/** @type {string} */ kind) => changes.filter(({ change }) => isOf(change, kind)).length;
  const lack = [...new Set(changes.map(({ change }) => lacking(change)).filter(Boolean))].sort();
  const present = Object.keys(kinds).filter((kind) => count(kind) > 0);
  return el(
    'div',
    { class: 'filters', role: 'group', 'aria-label': texts.ledger },
    button('', texts.allFindings, changes.length),
    ...(lack.length <= OFFERED ? lack : []).map((id) => button(`${LACKS}${id}`, texts.missing(id), count(`${LACKS}${id}`))),
    ...present.map((kind) => button(kind, kinds[kind] ?? kind, count(kind))),
    // It is there before anything is reviewed, so that nothing moves when something is.
    el('p', { class: 'reviewed', role: 'status' }, standing),
  );
}

/** @param {ChangeRow} row @param {Review} review */
function finding({ change, a, b }, { mark, note }) {
  const { id } = change;
  const button = (/** @type {string} */ act, /** @type {string} */ words, /** @type {string} */ title, /** @type {boolean | null} */ pressed) =>
    el('button', { type: 'button', class: 'plain', [`data-${act}`]: id, 'aria-pressed': pressed, 'data-focus': `${act}-${id}`, title }, words);
  return el(
    'li',
    { class: 'finding', 'data-row': id, 'data-change': id, 'data-found': change.kind, 'data-mark': mark },
    el('p', { class: 'kind', title: meanings[change.kind] }, kinds[change.kind] ?? change.kind),
    el('p', { class: 'summary' }, change.summary),
    el(
      'div',
      { class: 'passages' },
      passage(a, change.a.article, 'a'),
      passage(b, change.b.article, 'b'),
    ),
    el('button', { type: 'button', class: 'reveal', 'data-reveal': id }, texts.reveal),
    el(
      'div',
      { class: 'foot-note' },
      el(
        'details',
        { class: 'why' },
        el('summary', { 'data-focus': `why-${id}` }, texts.why),
        el('div', {}, ...why(change)),
      ),
      button('copy', texts.copy, texts.copyIs, null),
      button('seen', texts.reviewed, texts.reviewedIs, mark === 'seen'),
      button('wrong', texts.isWrong, texts.isWrongIs, mark === 'wrong'),
      el(
        'details',
        { class: 'why', open: note !== '', 'data-noting': id },
        el('summary', { 'data-focus': `noting-${id}` }, texts.yourNote),
        note && noting(id, note),
      ),
    ),
  );
}

/** Why it is told, in words; the rule's own name last and small. @param {ChangeRow['change']} change */
function why({ why: reason, confidence: sure, intent, kind }) {
  const [, rule = '', words = ''] = /^([\w.-]+): (.*)$/s.exec(reason) ?? [null, '', reason];
  return [
    el('p', {}, `${kinds[kind] ?? kind}: ${meanings[kind] ?? ''}`),
    el('p', {}, `${texts.placed(words)} ${texts.sure(confidence[sure] ?? sure, intent)}`),
    el('small', {}, texts.rule, ' ', el('code', {}, rule)),
  ];
}

/** @param {string} id @param {string} note */
const noting = (id, note) => el('textarea', { 'data-note': id, 'aria-label': texts.noteLabel, rows: 2, 'data-focus': `note-${id}` }, note);

/** Makes the field for a note when it is unfolded: browsers look through all fields of a page, which takes them long. @param {Event} event */
function makeField({ target }) {
  const details = target instanceof Element && target.closest('[data-noting]');
  if (!(details instanceof HTMLElement) || details.querySelector('textarea')) return;
  details.append(noting(details.dataset.noting ?? '', ''));
}
document.addEventListener('click', makeField);
document.addEventListener('toggle', makeField, true);

/** @param {Cell | null} cell @param {string} id @param {'a' | 'b'} side */
function passage(cell, id, side) {
  const place = cell && (cell.paragraph ? texts.paragraph(cell.paragraph) : blocks[cell.block]);
  return el(
    'div',
    { class: `passage passage-${side}` },
    el('p', { class: 'place' }, el('span', { class: 'letter' }, id), ' ', place ?? el('span', { class: 'absent' }, texts.missing(id))),
    cell && el('p', { class: 'words' }, prose(cell.runs, side)),
  );
}
