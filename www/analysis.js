// Reading the sources as one drop: the result, what a view needs of it, and going on after a crash.

import { Stopped } from './errors.js';
import { proposal } from './proposal.js';
import { undo } from './store.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').State} State */

/** Views that show one value: where the state has it, and what the engine calls it. */
const VIEWS = /** @type {const} */ ({
  quotes: ['quotesView', 'quotes'],
  timeline: ['timeline', 'timeline'],
  many: ['many', 'many'],
  found: ['texts', 'texts'],
});

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 * @param {(file: string, message: string) => void} fail
 */
export function createAnalysis(store, engine, fail) {
  /** Counts analyses and loads, so that an answer that came too late is dropped. */
  let analysis = 0;
  let load = 0;
  /** Whether the present view was chosen, not proposed. */
  let chosen = false;

  /** Reads the sources of the state as one drop, and shows the result. @param {boolean} [again] */
  async function refresh(again = true) {
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
      if (mine !== analysis) return;
      // A crash that does not come again, as when memory ran out, is not worth a word.
      if (error instanceof Stopped && again) await refresh(false);
      else await blame(error, mine);
    }
  }

  /**
   * After a crash that came twice: looks which article does it alone, and goes on without it.
   * @param {unknown} error
   * @param {number} mine
   */
  async function blame(error, mine) {
    if (!(error instanceof Stopped)) return fail('', texts.notLoaded);
    for (const source of store.state.sources) {
      const sound = await engine.analyse([source.key]).then(
        () => true,
        () => false,
      );
      if (mine !== analysis) return;
      if (sound) continue;
      fail(source.file, texts.crashed(source.file));
      store.set({ sources: store.state.sources.filter((other) => other !== source) });
      return refresh();
    }
    fail('', texts.crashedTogether);
    travel(undo(store.state));
  }

  /** Fetches what the present view shows and the state does not hold yet. */
  async function loadView() {
    const mine = ++load;
    const { view, pair, article, articleView, pairView, overview } = store.state;
    if (!overview) return;
    const ids = overview.articles.map((one) => one.id);
    if (view === 'side' || view === 'inline') {
      if (ids.length < 2 || (pairView?.a === ids[pair[0]] && pairView?.b === ids[pair[1]])) return;
      const loaded = await engine.pair(pair[0], pair[1]);
      if (mine === load) store.set({ pairView: loaded });
    } else if (view === 'quotes' || view === 'timeline' || view === 'many' || view === 'found') {
      const [key, method] = VIEWS[view];
      if (store.state[key]) return;
      const loaded = await engine.view(method);
      if (mine === load) store.set({ [key]: loaded });
    } else if (view === 'read' || view === 'names') {
      if (articleView?.id === ids[article]) return;
      const loaded = await engine.article(article);
      if (mine === load) store.set({ articleView: loaded });
    }
  }

  /** @param {Partial<State> | null} change */
  function travel(change) {
    if (!change) return;
    store.set({ ...change, toast: null });
    void refresh();
  }

  return {
    refresh,
    travel,
    /** @param {Partial<State>} change */
    show(change) {
      if (change.view) chosen = true;
      // The place that was led to is one of that article.
      store.set('article' in change ? { spot: null, ...change } : change);
      // A worker that was just replaced has no analysis; refresh gives it one.
      loadView().catch(() => refresh());
    },
    /** Gives up a comparison that takes too long, and goes back to what was there before. */
    abandon() {
      analysis += 1;
      engine.restart();
      travel(undo(store.state));
    },
  };
}
