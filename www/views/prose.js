// Runs to elements: the text that the engine cut, with what is to be said about it.

import { el, fragment, hidden } from '../dom.js';
import { labels } from '../labels.js';
import { texts } from '../texts.js';

/** @typedef {import('../types/report').Run} Run */
/** @typedef {import('../types/report').Mark} Mark */

const DIFF = new Set(['delete', 'insert', 'replace', 'style', 'evidence', 'shared', 'only']);

/** @param {Mark} mark */
const keyOf = (mark) => `${mark.kind} ${mark.label ?? ''} ${mark.id ?? ''}`;

/** Marks of words that the other article does not have. */
const OWN = new Set(['delete', 'insert', 'replace']);

/**
 * The element of a mark; null where the page has nothing to show for it.
 * @param {Mark} mark
 * @param {string} side the article of a pair whose text it is: nobody cut what the other merely does not have
 */
function element(mark, side) {
  const label = mark.label ?? '';
  if (side && OWN.has(mark.kind)) return el('span', { class: `own own-${side}` }, hidden(texts.ownWords));
  switch (mark.kind) {
    case 'delete':
      return el('del', {}, hidden(texts.removedWords));
    case 'insert':
      return el('ins', {}, hidden(texts.added));
    case 'style':
      return el('span', { class: 'style', title: texts.style });
    case 'evidence':
      return el('mark', { class: 'evidence' });
    case 'entity':
      return el('mark', { class: 'entity', 'data-type': label, 'data-chip': labels[label]?.[1], 'data-choose': mark.id });
    case 'only':
      return el('span', { class: 'only' });
    case 'shared':
      return el('span', { class: 'shared', 'data-share': label, title: texts.sharedWith(mark.id ?? '') });
    case 'time':
      return el('time', { datetime: mark.id, title: mark.id });
    case 'quote':
      return el('q', { 'data-kind': label });
    case 'speaker':
    case 'cue':
    case 'number':
      return el('span', { class: mark.kind });
    default:
      return null;
  }
}

/**
 * Runs as nested elements. Marks that go on from run to run stay one element; what changed stands outermost, so
 * that a changed passage is never torn by a name in it.
 * @param {readonly Run[]} runs
 * @param {'' | 'a' | 'b'} [side] the article of a pair, where the text is one's alone
 * @returns {DocumentFragment}
 */
export function prose(runs, side = '') {
  const root = fragment();
  /** @type {{ key: string, element: HTMLElement }[]} */
  let open = [];
  /** Marks of the run before: an element that takes one up again continues it, and says what it is. @type {Map<string, HTMLElement>} */
  let before = new Map();
  for (const run of runs) {
    const marks = [...run.marks.filter((m) => DIFF.has(m.kind)), ...run.marks.filter((m) => !DIFF.has(m.kind))];
    const keys = marks.map(keyOf);
    let same = 0;
    let shown = 0;
    /** @type {typeof open} */
    const next = [];
    for (const [i, mark] of marks.entries()) {
      const key = keys[i] ?? '';
      if (same === shown && open[shown]?.key === key) {
        next.push(/** @type {{ key: string, element: HTMLElement }} */ (open[shown]));
        same += 1;
        shown += 1;
        continue;
      }
      const made = element(mark, side);
      if (!made) continue;
      const last = before.get(key);
      if (last) {
        made.dataset.continued = '';
        delete last.dataset.chip;
      }
      (next.at(-1)?.element ?? root).append(made);
      next.push({ key, element: made });
      shown += 1;
    }
    open = next;
    before = new Map(next.map(({ key, element }) => [key, element]));
    (open.at(-1)?.element ?? root).append(run.text);
  }
  return root;
}

/** The plain text of runs. @param {readonly Run[]} runs */
export const plain = (runs) => runs.map((run) => run.text).join('');

/** The first words of a text. @param {string} text @param {number} length in characters */
export function opening(text, length) {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, line.lastIndexOf(' ', length))} …`;
}
