// What people can do. Each action changes the store; the views follow.

import { Stopped } from './engine.js';
import { redo, step, undo } from './store.js';
import { texts } from './texts.js';
import { createReading } from './reading.js';

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').Source} Source */
/** @typedef {import('./types/page').ViewName} ViewName */

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 */
export function createActions(store, engine) {
  /** Counts analyses and loads, so that an answer that came too late is dropped. */
  let analysis = 0;
  let load = 0;
  /** Whether the present view was chosen, not proposed. */
  let chosen = false;

  /** Reads the sources of the state as one drop, and shows the result. */
  async function refresh() {
    const mine = ++analysis;
    const { sources } = store.state;
    if (sources.length === 0) {
      chosen = false;
      store.set({ overview: null, pairView: null, articleView: null, entity: null, kind: null });
      return;
    }
    try {
      const overview = await engine.analyse(sources.map((source) => source.key));
      if (mine !== analysis) return;
      store.set({ overview, ...proposal(overview, store.state, chosen) });
      await loadView();
    } catch (error) {
      if (mine === analysis) await blame(error);
    }
  }

  /** After a panic in the comparison: looks which article does it alone, and goes on without it. @param {unknown} error */
  async function blame(error) {
    if (!(error instanceof Stopped)) return reading.fail('', texts.notLoaded);
    const { sources } = store.state;
    for (const source of sources) {
      try {
        await engine.analyse([source.key]);
      } catch {
        reading.fail(source.file, texts.crashed(source.file));
        store.set({ sources: store.state.sources.filter((other) => other !== source) });
        return refresh();
      }
    }
    reading.fail('', texts.crashedTogether);
  }

  /** Fetches what the present view shows and the state does not hold yet. */
  async function loadView() {
    const mine = ++load;
    const { view, pair, article, articleView, pairView, overview } = store.state;
    if (!overview) return;
    const ids = overview.report.articles.map((one) => one.id);
    if (view === 'side' || view === 'inline') {
      if (ids.length < 2 || (pairView?.a === ids[pair[0]] && pairView?.b === ids[pair[1]])) return;
      const loaded = await engine.pair(pair[0], pair[1]);
      if (mine === load) store.set({ pairView: loaded });
    } else if (view === 'read' || view === 'names') {
      if (articleView?.id === ids[article]) return;
      const loaded = await engine.article(article);
      if (mine === load) store.set({ articleView: loaded });
    }
  }

  /** @param {Partial<State>} change */
  function show(change) {
    store.set(change);
    // A worker that was just replaced has no analysis; refresh gives it one.
    loadView().catch(refresh);
  }

  /** @param {Partial<State> | null} change */
  function travel(change) {
    if (!change) return;
    store.set({ ...change, toast: null });
    void refresh();
  }

  /** @param {readonly Source[]} sources @param {string} text */
  function keep(sources, text) {
    store.set({ ...step(store.state, sources), toast: { text, undo: true } });
    void refresh();
  }

  const reading = createReading(store, engine, refresh);

  return {
    open: reading.open,
    cancel: reading.cancel,
    fail: reading.fail,
    /** @param {string} id the article's letter */
    remove(id) {
      const { overview, sources } = store.state;
      const article = overview?.report.articles.find((one) => one.id === id);
      const gone = sources.find((one) => one.sha256 === article?.sha256 && one.file === article.file);
      if (gone) keep(sources.filter((one) => one !== gone), texts.removed(gone.file));
    },
    clear() {
      const { sources } = store.state;
      if (sources.length > 0) keep([], texts.cleared(sources.length));
    },
    undo: () => travel(undo(store.state)),
    redo: () => travel(redo(store.state)),
    /** @param {ViewName} view */
    view(view) {
      chosen = true;
      show({ view, layer: layerOf(view) });
    },
    show,
    set: store.set,
    /** @param {number} id */
    dismiss: (id) => store.set({ failures: store.state.failures.filter((one) => one.id !== id) }),
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */

/** The layer that a view marks unless another is asked for. @param {ViewName} view @returns {State['layer']} */
export const layerOf = (view) => (view === 'read' || view === 'names' ? 'names' : 'changes');

/**
 * What to show first: findings where there are some, the closest pair, or the only article.
 * @param {import('./types/report').Overview} overview
 * @param {State} state
 * @param {boolean} chosen
 * @returns {Partial<State>}
 */
function proposal(overview, state, chosen) {
  const ids = overview.report.articles.map((article) => article.id);
  const one = ids.length < 2;
  const first = one ? 'read' : overview.changes.length > 0 ? 'ledger' : 'side';
  const possible = !(one && ['ledger', 'side', 'inline'].includes(state.view));
  const view = chosen && possible && (state.view !== 'ledger' || first === 'ledger') ? state.view : first;
  const [a, b] = (overview.verdict.pair ?? ['A', 'B']).map((id) => Math.max(0, ids.indexOf(id)));
  const fresh = { pairView: null, articleView: null, article: 0, entity: null, mention: 0, kind: null };
  return { ...fresh, view, layer: layerOf(view), pair: [a ?? 0, b ?? 1] };
}
