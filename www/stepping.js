// Next and previous: changes in the views that compare, mentions where a name was chosen.

import { seen } from './aside.js';
import { lastingKey } from './decisions.js';
import { find } from './dom.js';
import { seek } from './long.js';
import { drawAt } from './turns.js';

/**
 * The place of a mention: which article, and the how manieth there.
 * @param {import('./types/report').Overview} overview
 * @param {string} entity
 * @param {number} mention counted over all articles
 * @returns {{ article: number, place: number, total: number }}
 */
export function placeOf(overview, entity, mention) {
  const row = overview.entities.find((one) => one.entity.id === entity);
  let place = mention;
  for (const [article, count] of (row?.counts ?? []).entries()) {
    if (place < count) return { article, place, total: row?.total ?? 0 };
    place -= count;
  }
  return { article: 0, place: 0, total: row?.total ?? 0 };
}

/** So many rows are drawn for a step over the end of what is drawn: more come when they are near. */
const AHEAD = 10;

/**
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 * @param {1 | -1} by
 */
export function stepBy(store, actions, by) {
  const { view, entity, mention, overview, aside } = store.state;
  if (view === 'names') {
    if (!overview || !entity) return;
    const named = seen(overview, aside, entity);
    const { total } = placeOf(named, entity, mention);
    if (total > 0) goTo(actions, named, entity, (mention + by + total) % total);
    return;
  }
  const panel = find(`[data-panel="${view}"]`);
  const changes = shown(panel);
  const here = changes.find((change) => change.classList.contains('current'));
  // The last of all stands before the first.
  mark(here ? (next(panel, here, by) ?? next(panel, null, by)) : changes[nearest(changes, by)]);
}

/** @param {ParentNode} panel */
const shown = (panel) => [...panel.querySelectorAll('[data-change]')].filter(isShown);

/** @param {Node} one @param {Node} other */
const isBefore = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/**
 * The change that stands next to another; next to none the first, or the last. What lies between and is not drawn yet is.
 * @param {ParentNode} panel
 * @param {Element | null} here
 * @param {1 | -1} by
 * @returns {Element | undefined}
 */
function next(panel, here, by) {
  for (;;) {
    const changes = shown(panel);
    const at = here ? changes.indexOf(here) : by > 0 ? -1 : changes.length;
    const found = changes[at + by];
    const [above, below] = by > 0 ? [here, found] : [found, here];
    const isBetween = (/** @type {Element} */ foot) => (!above || isBefore(above, foot)) && (!below || isBefore(foot, below)) && isShown(foot);
    const foot = [...panel.querySelectorAll('.more')].find(isBetween);
    if (!foot || !drawAt(foot, by > 0 ? 'rest' : 'back', AHEAD)) return found;
  }
}

/**
 * @param {import('./actions.js').Actions} actions
 * @param {import('./types/report').Overview} overview
 * @param {string} entity
 * @param {number} mention
 */
export function goTo(actions, overview, entity, mention) {
  actions.show({ entity, mention, article: placeOf(overview, entity, mention).article });
}

/** The lasting key of the finding where reading stands. @param {import('./types/page').State} state */
export function currentKey({ overview, view }) {
  const id = view === 'ledger' && document.querySelector('.finding.current')?.getAttribute('data-row');
  const row = overview?.changes.find((one) => one.change.id === id);
  return overview && row ? lastingKey(overview, row) : null;
}

/**
 * Shows the row with this id, wherever in a panel it stands.
 * @param {string} view
 * @param {string} id
 */
export function reveal(view, id) {
  const panel = find(`[data-panel="${view}"]`);
  mark(seek(panel, () => panel.querySelector(`[data-row="${id}"]`)));
}

/**
 * Shows a row: unfolds what holds it, brings it to the middle and lets reading go on from there.
 * @param {Element | null | undefined} row
 */
function mark(row) {
  if (!(row instanceof HTMLElement)) return;
  const fold = row.closest('details');
  if (fold) fold.open = true;
  stand(row);
  row.scrollIntoView({ block: 'center' });
}

/** Lets reading go on from a row that is seen. @param {HTMLElement} row */
export function stand(row) {
  for (const other of document.querySelectorAll('.current')) other.classList.remove('current');
  row.classList.add('current');
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
}

/** @param {Element} element */
const isShown = (element) => element.getClientRects().length > 0;

/**
 * The first change below the top of the window, or the last above it.
 * @param {Element[]} changes
 * @param {number} by
 */
function nearest(changes, by) {
  const below = changes.findIndex((change) => change.getBoundingClientRect().top > 120);
  if (below < 0) return changes.length - 1;
  return by > 0 ? below : Math.max(0, below - 1);
}
