// What people can do. Each action changes the store; the views follow.

import { createAnalysis } from './analysis.js';
import { layerOf } from './proposal.js';
import { createReading, isSame } from './reading.js';
import { redo, step, undo } from './store.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').Source} Source */
/** @typedef {import('./types/page').ViewName} ViewName */

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 */
export function createActions(store, engine) {
  /** How many files could not be read so far; each message has its number. */
  let failed = 0;

  /** Says what is wrong with a file, or with none in particular. @param {string} file @param {string} message */
  function fail(file, message) {
    failed += 1;
    store.set({ failures: [...store.state.failures, { id: failed, file, message }] });
  }

  const analysis = createAnalysis(store, engine, fail);
  const reading = createReading(store, engine, fail, analysis);
  const { show, travel } = analysis;

  /** @param {readonly Source[]} sources @param {string} text */
  function keep(sources, text) {
    store.set({ ...step(store.state, sources), toast: { text, undo: true } });
    void analysis.refresh();
  }

  /** Puts a text on the clipboard, and says so. @param {string} text @param {string} done */
  async function clip(text, done) {
    const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    store.set({ toast: { text: copied ? done : texts.notCopied, undo: false } });
  }

  return {
    open: reading.open,
    cancel: reading.cancel,
    fail,
    /** @param {string} id the article's letter */
    remove(id) {
      const { overview, sources } = store.state;
      const article = overview?.articles.find((one) => one.id === id);
      const gone = sources.find((one) => article && isSame(one, article));
      if (gone) keep(sources.filter((one) => one !== gone), texts.removed(gone.file));
    },
    clear() {
      const { sources } = store.state;
      if (sources.length > 0) keep([], texts.cleared(sources.length));
    },
    undo: () => travel(undo(store.state)),
    redo: () => travel(redo(store.state)),
    clip,
    /** Puts the neutral note about a finding on the clipboard. @param {string} id */
    async copy(id) {
      const note = store.state.overview?.changes.find((row) => row.change.id === id)?.note;
      if (note) await clip(note, texts.copied);
    },
    /** @param {ViewName} view */
    view: (view) => show({ view, layer: layerOf(view) }),
    show,
    set: store.set,
    /** @param {number} id */
    dismiss: (id) => store.set({ failures: store.state.failures.filter((one) => one.id !== id) }),
  };
}

/** @typedef {ReturnType<typeof createActions>} Actions */
