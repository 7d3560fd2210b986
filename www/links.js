// Links to a place: hashes of files, a view, a finding; no text. They live behind the "#", which is never sent.
//
// #1&f=<first letters of a SHA-256>,…&v=ledger&p=0.1&a=0&c=<a finding's lasting key>

import { lastingKey } from './decisions.js';
import { layerOf } from './proposal.js';
import { reveal } from './stepping.js';
import { nextFrame } from './turns.js';

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').Target} Target */
/** @typedef {import('./types/page').ViewName} ViewName */
/** @typedef {import('./types/report').Overview} Overview */

/** So many letters of a hash tell files apart. */
const LETTERS = 16;

const VIEWS = ['ledger', 'side', 'inline', 'names', 'quotes', 'timeline', 'many', 'read', 'notes'];

/** The address of what is looked at; `finding` is the lasting key of the finding where reading stands. @param {State} state @param {string | null} finding */
export function addressOf({ sources, view, pair, article }, finding) {
  const parts = new URLSearchParams({
    f: [...new Set(sources.map(({ sha256 }) => sha256.slice(0, LETTERS)))].join(),
    v: VIEWS.includes(view) ? view : 'ledger',
  });
  if (view === 'side' || view === 'inline') parts.set('p', pair.join('.'));
  if (view === 'read') parts.set('a', String(article));
  if (finding) parts.set('c', finding);
  return `${location.href.replace(/#.*/s, '')}#1&${parts}`;
}

/** Where a fragment leads; null where it is none of ours. @param {string} fragment @returns {Target | null} */
export function targetOf(fragment) {
  if (!fragment.startsWith('#1&')) return null;
  const parts = new URLSearchParams(fragment.slice(3));
  const files = (parts.get('f') ?? '').split(',').filter((one) => /^[0-9a-f]{8,64}$/.test(one));
  const view = parts.get('v') ?? '';
  const [a = NaN, b = NaN] = (parts.get('p') ?? '').split('.').map((one) => parseInt(one, 10));
  const article = parseInt(parts.get('a') ?? '', 10);
  if (files.length === 0) return null;
  return {
    files: files.map((sha256) => ({ sha256 })),
    view: VIEWS.includes(view) ? /** @type {ViewName} */ (view) : null,
    pair: a >= 0 && b > a ? [a, b] : null,
    article: article >= 0 ? article : null,
    finding: parts.get('c'),
  };
}

/** The files of a target that are not open. @param {Target} target @param {State['sources']} sources */
export const missing = ({ files }, sources) => files.filter(({ sha256 }) => !sources.some((one) => one.sha256.startsWith(sha256)));

/** @param {Target} target @param {State['sources']} sources */
export const isThere = (target, sources) => missing(target, sources).length === 0;

/**
 * What to look at, where all files of a target are open.
 * @param {Target} target
 * @param {Overview} overview
 * @returns {Partial<State>}
 */
export function placeOf({ view, pair, article, finding }, overview) {
  const count = overview.articles.length;
  const row = overview.changes.find((one) => finding !== null && lastingKey(overview, one) === finding);
  /** @type {Partial<State>} */
  const place = {};
  if (view && (view !== 'ledger' || overview.changes.length > 0)) Object.assign(place, { view, layer: layerOf(view) });
  if (pair && pair[1] < count) place.pair = pair;
  if (article !== null && article < count) place.article = article;
  if (row) Object.assign(place, { kind: row.change.kind === 'style' ? 'style' : null, goal: row.change.id });
  return place;
}

/** Follows the address, and brings the finding into sight that it leads to. @param {import('./store.js').Store} store @param {() => void} aim */
export function followLinks(store, aim) {
  const read = () => {
    const target = targetOf(location.hash);
    if (target) store.set({ target });
    aim();
  };
  addEventListener('hashchange', read);
  read();
  store.subscribe(({ goal, view }) => {
    if (!goal) return;
    store.set({ goal: null });
    // Once it is drawn, also where it is found in the first result.
    nextFrame(() => reveal(view, goal));
  });
}
