// Articles that are set aside as unrelated fill no view of the whole drop: each view says that they are left out, and shows
// them when it is asked to.

import { el } from './dom.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/report').Overview} Overview */

/** The ids of the articles that are left out. @param {Pick<State, 'overview' | 'aside'>} state @returns {Set<string>} */
export const leftOut = ({ overview, aside }) => new Set(aside ? [] : overview?.verdict.set_aside);

/** What was made of an overview: its rows stay the same things. @type {WeakMap<Overview, Overview>} */
const made = new WeakMap();

/** The overview with the names of the other articles only. @param {Overview} overview */
function others(overview) {
  const known = made.get(overview);
  if (known) return known;
  const isIn = overview.articles.map((one) => !one.set_aside);
  const entities = overview.entities.flatMap((row) => {
    const counts = row.counts.map((count, i) => (isIn[i] ? count : 0));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return total > 0 ? [{ ...row, counts, total }] : [];
  });
  const fresh = { ...overview, entities };
  made.set(overview, fresh);
  return fresh;
}

/**
 * The overview whose names are shown. One that only articles have that are left out can be looked at all the same.
 * @param {Overview} overview
 * @param {boolean} aside whether all are shown
 * @param {string | null} entity the name that is looked at
 */
export function seen(overview, aside, entity) {
  if (aside || overview.verdict.set_aside.length === 0) return overview;
  const some = others(overview);
  return entity === null || some.entities.some((one) => one.entity.id === entity) ? some : overview;
}

/** The line that says so, where there are such articles. @param {Pick<State, 'overview' | 'aside'>} state */
export function told({ overview, aside }) {
  const ids = overview?.verdict.set_aside ?? [];
  if (ids.length === 0) return null;
  return el(
    'p',
    { class: 'left-out' },
    texts.leftOutIs(ids, aside),
    ' ',
    el('button', { type: 'button', class: 'plain', 'data-do': 'aside', 'data-focus': 'aside' }, aside ? texts.leaveOut : texts.showToo),
  );
}
