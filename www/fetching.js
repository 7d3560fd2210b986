// What each view fetches from the engine when somebody looks at it.

/** @typedef {import('./types/page').State} State */

/** Views that show one value: where the state has it, and what the engine calls it. */
const VIEWS = /** @type {const} */ ({
  quotes: ['quotesView', 'quotes'],
  timeline: ['timeline', 'timeline'],
  many: ['many', 'many'],
  found: ['texts', 'texts'],
});

/** Views that are loaded when they are first looked at. @type {readonly State['view'][]} */
const LATE = ['read', 'side', 'inline', 'names', 'quotes', 'timeline', 'many', 'found', 'notes'];

/**
 * What the view of a state shows and the state does not hold yet; the view itself is loaded beside it.
 * @param {import('./engine.js').Engine} engine
 * @param {State} state
 * @param {import('./needed.js').Needed} needed
 * @returns {Promise<Partial<State>>}
 */
export async function fetched(engine, state, needed) {
  const [lacked] = await Promise.all([lacking(engine, state), LATE.includes(state.view) && needed()]);
  return lacked;
}

/** @param {import('./engine.js').Engine} engine @param {State} state @returns {Promise<Partial<State>>} */
async function lacking(engine, { view, pair, article, articleView, pairView, overview, ...held }) {
  const ids = overview?.articles.map((one) => one.id) ?? [];
  if (view === 'side' || view === 'inline') {
    if (ids.length < 2 || (pairView?.a === ids[pair[0]] && pairView?.b === ids[pair[1]])) return {};
    return { pairView: await engine.pair(pair[0], pair[1]) };
  }
  if (view === 'quotes' || view === 'timeline' || view === 'many' || view === 'found') {
    const [key, method] = VIEWS[view];
    return held[key] ? {} : { [key]: await engine.view(method) };
  }
  if (view === 'read' || view === 'names') {
    return articleView?.id === ids[article] ? {} : { articleView: await engine.article(article) };
  }
  return {};
}
