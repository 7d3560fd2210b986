// What to show first.

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').ViewName} ViewName */

/** The layer that a view marks unless another is asked for. @param {ViewName} view @returns {State['layer']} */
export const layerOf = (view) => (view === 'read' || view === 'names' ? 'names' : 'changes');

/**
 * Two articles in their order: what the first has stands left, whichever was chosen last.
 * @param {number} one
 * @param {number} other
 * @returns {[number, number]}
 */
export const ordered = (one, other) => [Math.min(one, other), Math.max(one, other)];

/**
 * What to show first: findings where there are some, the closest pair, or the only article.
 * @param {import('./types/report').Overview} overview
 * @param {State} state
 * @param {boolean} chosen
 * @returns {Partial<State>}
 */
export function proposal(overview, state, chosen) {
  const ids = overview.articles.map((article) => article.id);
  const one = ids.length < 2;
  const first = one ? 'read' : overview.changes.length > 0 ? 'ledger' : 'side';
  const possible = !(one && ['ledger', 'side', 'inline', 'many'].includes(state.view));
  const view = chosen && possible && (state.view !== 'ledger' || first === 'ledger') ? state.view : first;
  const [a, b] = (overview.verdict.pair ?? ['A', 'B']).map((id) => Math.max(0, ids.indexOf(id)));
  const views = { pairView: null, articleView: null, quotesView: null, timeline: null, many: null, texts: null };
  const fresh = { ...views, article: 0, entity: null, mention: 0, kind: null, speaker: null, said: '', spot: null };
  return { ...fresh, view, layer: layerOf(view), pair: [a ?? 0, b ?? 1] };
}
