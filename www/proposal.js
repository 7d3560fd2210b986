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

/** Nothing of what views show. */
export const BLANK = { pairView: null, articleView: null, quotesView: null, timeline: null, many: null, texts: null };

/**
 * What stays chosen when the same articles were read with other decisions: the name that was looked at, by its forms.
 * @param {import('./types/report').Overview} overview
 * @param {State} state
 * @returns {Partial<State>}
 */
export function kept({ entities }, state) {
  const before = state.overview?.entities.find(({ entity }) => entity.id === state.entity)?.entity;
  const forms = before ? [before.name, ...before.aliases] : [];
  const shared = (/** @type {import('./types/report').Entity} */ entity) => forms.filter((form) => entity.name === form || entity.aliases.includes(form)).length;
  const best = entities.reduce((most, { entity }) => Math.max(most, shared(entity)), 0);
  const found = best > 0 ? entities.find(({ entity }) => shared(entity) === best) : undefined;
  const same = found?.entity.id === state.entity;
  return { entity: found?.entity.id ?? null, mention: same && state.mention < (found?.total ?? 0) ? state.mention : 0, speaker: null };
}

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
  const article = Math.max(0, overview.articles.findIndex((one) => !one.set_aside));
  const fresh = { ...BLANK, article, entity: null, mention: 0, kind: null, aside: false, speaker: null, said: '', spot: null };
  return { ...fresh, view, layer: layerOf(view), pair: [a ?? 0, b ?? 1] };
}
