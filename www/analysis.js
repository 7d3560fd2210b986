// Reading the sources as one drop: the result, what a view needs of it, and going on after a crash.

import { Interrupted, Stopped } from './errors.js';
import { fetched } from './fetching.js';
import { isThere, placeOf } from './links.js';
import { BLANK, kept, proposal } from './proposal.js';
import { undo } from './store.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').State} State */

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 * @param {(file: string, message: string) => void} fail
 * @param {import('./needed.js').Needed} needed
 */
export function createAnalysis(store, engine, fail, needed) {
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
      const overview = await engine.analyse(sources.map((source) => source.key), store.state.decisions);
      if (mine !== analysis) return;
      store.set({ overview, ...proposal(overview, store.state, chosen) });
      await loadView();
      aim();
    } catch (error) {
      if (mine !== analysis) return;
      const innocent = error instanceof Interrupted;
      // A crash that does not come again, as when memory ran out, is not worth a word.
      if (innocent || (error instanceof Stopped && again)) await refresh(again && innocent);
      else await blame(error, mine);
    }
  }

  /** Reads again with other decisions; what is looked at stays in sight until the new is there. */
  async function renew() {
    const mine = ++analysis;
    const { sources, decisions } = store.state;
    try {
      // The articles are the same, so is what is looked at.
      const keys = sources.map((source) => source.key);
      const [overview, loaded] = await engine.both(keys, decisions, () => fetched(engine, { ...store.state, ...BLANK }, needed));
      if (mine !== analysis) return;
      store.set({ overview, ...BLANK, ...kept(overview, store.state), ...loaded });
      // What was turned to meanwhile.
      await loadView();
    } catch {
      if (mine === analysis) await refresh();
    }
  }

  /** Goes where a link or a project leads, once its files are there. */
  function aim() {
    const { target, overview, sources } = store.state;
    if (!target || !overview || !isThere(target, sources)) return;
    chosen = true;
    show({ target: null, ...placeOf(target, overview) });
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
    void travel(undo(store.state));
  }

  /** Fetches what the present view shows and the state does not hold yet. */
  async function loadView() {
    const mine = ++load;
    if (!store.state.overview) return;
    const loaded = await fetched(engine, store.state, needed);
    if (mine === load) store.set(loaded);
  }

  /** Goes to other work: reads anew no more than that needs. @param {Partial<State> | null} change */
  async function travel(change) {
    if (!change) return;
    const { sources, decisions } = store.state;
    store.set({ toast: null, linking: null, ...change });
    if (store.state.sources !== sources) await refresh();
    else if (store.state.decisions !== decisions) await renew();
  }

  /** @param {Partial<State>} change */
  function show(change) {
    if (change.view) chosen = true;
    // The place that was led to is one of that article.
    store.set('article' in change ? { spot: null, ...change } : change);
    // A worker that was just replaced has no analysis; refresh gives it one.
    loadView().catch(() => refresh());
  }

  return {
    aim,
    refresh,
    travel,
    show,
    /** Gives up a comparison that takes too long, and goes back to what was there before. */
    abandon() {
      analysis += 1;
      engine.stop();
      void travel(undo(store.state));
    },
  };
}
