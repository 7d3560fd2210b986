// What people can do. Each action changes the store; the views follow.

import { createAnalysis } from './analysis.js';
import { decided, lastingKey } from './decisions.js';
import { layerOf } from './proposal.js';
import { createReading } from './reading.js';
import { isSame, redo, step, undo } from './store.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').Work} Work */
/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').Review} Review */
/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').ViewName} ViewName */

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 * @param {import('./needed.js').Needed} needed
 */
export function createActions(store, engine, needed) {
  /** How many files could not be read so far; each message has its number. */
  let failed = 0;

  /** Says what is wrong with a file, or with none in particular. @param {string} file @param {string} message */
  function fail(file, message) {
    failed += 1;
    const others = store.state.failures.filter((one) => one.file !== file || one.message !== message);
    store.set({ failures: [...others, { id: failed, file, message }] });
  }

  const analysis = createAnalysis(store, engine, fail, needed);
  const reading = createReading(store, engine, fail, analysis, needed);
  const { show, travel } = analysis;

  /** Changes the work, says so and offers to undo it; what shows itself where it was pressed is not said. @param {Partial<Work>} change @param {string} text */
  function keep(change, text) {
    return travel({ ...step(store.state, change), toast: text ? { text, undo: true } : null });
  }

  /**
   * Changes what the user thinks of a finding.
   * @param {string} id
   * @param {(before: Review) => Partial<Review>} change
   * @param {string} [text]
   */
  function review(id, change, text = '') {
    const { overview, reviews } = store.state;
    const row = overview?.changes.find((one) => one.change.id === id);
    if (!overview || !row) return;
    const key = lastingKey(overview, row);
    const { [key]: before = { mark: null, note: '' }, ...others } = reviews;
    const after = { ...before, ...change(before) };
    void keep({ reviews: after.mark || after.note ? { ...others, [key]: after } : others }, text);
  }

  /** Goes back, and says so where that takes files away. @param {Partial<State> | null} change */
  function back(change) {
    const fewer = change?.sources && change.sources.length < store.state.sources.length;
    void travel(fewer ? { ...change, toast: { text: texts.closedAgain, undo: false } } : change);
  }

  /** Puts a text on the clipboard, and says so. @param {string} text @param {string} done */
  async function clip(text, done) {
    const copied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    store.set({ toast: { text: copied ? done : texts.notCopied, undo: false } });
  }

  return {
    aim: analysis.aim,
    open: reading.open,
    cancel: reading.cancel,
    fail,
    /** @param {string} id the article's letter */
    remove(id) {
      const { overview, sources } = store.state;
      const article = overview?.articles.find((one) => one.id === id);
      const gone = sources.find((one) => article && isSame(one, article));
      if (gone) void keep({ sources: sources.filter((one) => one !== gone) }, texts.removed(gone.file));
    },
    clear() {
      const { sources } = store.state;
      // What could not be read was dropped with what is cleared.
      store.set({ failures: [] });
      if (sources.length > 0) void keep({ sources: [] }, texts.cleared(sources.length));
    },
    /** Lets what was read be corrected in its place, or no more. @param {boolean} correcting */
    async correcting(correcting) {
      if (!correcting || (await needed())) store.set({ correcting, linking: null });
    },
    /** Corrects what was read. @param {Decision[]} more @param {string} text */
    decide: (more, text) => keep({ decisions: decided(store.state.decisions, more) }, `${text}.`),
    /** Takes corrections back. @param {(one: Decision, at: number) => boolean} stays */
    forgo(stays) {
      const decisions = store.state.decisions.filter(stays);
      return decisions.length < store.state.decisions.length ? keep({ decisions }, `${texts.tookBack}.`) : undefined;
    },
    /** Marks a finding, or takes the mark away that it has. @param {string} id @param {'seen' | 'wrong'} mark */
    mark: (id, mark) => review(id, (before) => ({ mark: before.mark === mark ? null : mark })),
    /** Notes something about a finding. @param {string} id @param {string} note */
    annotate: (id, note) => review(id, () => ({ note }), texts.noted),
    undo: () => back(undo(store.state)),
    redo: () => void travel(redo(store.state)),
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
