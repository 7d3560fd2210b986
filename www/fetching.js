// What each view fetches from the engine when somebody looks at it.

/** @typedef {import('./types/page').State} State */

/** Views that show one value: where the state has it, and what the engine calls it. */
const VIEWS = /** @type {const} */ ({
  quotes: ['quotesView', 'quotes'],
  timeline: ['timeline', 'timeline'],
  many: ['many', 'many'],
  found: ['texts', 'texts'],
});

/**
 * What the view of a state shows and the state does not hold yet.
 * @param {import('./engine.js').Engine} engine
 * @param {State} state
 * @param {import('./needed.js').Needed} needed
 * @returns {Promise<Partial<State>>}
 */
export async function fetched(engine, { view, pair, article, articleView, pairView, overview, ...held }, needed) {
  const ids = overview?.articles.map((one) => one.id) ?? [];
  if (view === 'side' || view === 'inline') {
    if (ids.length < 2 || (pairView?.a === ids[pair[0]] && pairView?.b === ids[pair[1]])) return {};
    return { pairView: await engine.pair(pair[0], pair[1]) };
  }
  if (view === 'quotes' || view === 'timeline' || view === 'many' || view === 'found') {
    const [key, method] = VIEWS[view];
    const [value] = await Promise.all([held[key] ?? engine.view(method), needed()]);
    return { [key]: value };
  }
  if (view === 'read' || view === 'names') {
    return articleView?.id === ids[article] ? {} : { articleView: await engine.article(article) };
  }
  if (view === 'notes') await needed();
  return {};
}
