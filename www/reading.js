// Reading files one by one: progress, failures, duplicates, and stopping half-way.

import { Absent, Interrupted, Stopped, Unreadable } from './errors.js';
import { isProject } from './project.js';
import { isSame, step } from './store.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').Incoming} Incoming */
/** @typedef {import('./types/page').Source} Source */

/** After so many milliseconds so many articles are shown, while the rest is read: more behind them move nothing. */
const [LONG, FIRST] = [2000, 12];

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 * @param {(file: string, message: string) => void} fail
 * @param {{ refresh: () => Promise<void>, abandon: () => void }} analysis
 * @param {import('./needed.js').Needed} needed
 */
export function createReading(store, engine, fail, { refresh, abandon }, needed) {
  /** @type {Incoming[]} */
  let waiting = [];
  let busy = false;
  /** Files that were read, and one that is being read. */
  let done = 0;
  let current = 0;
  /** Counts what was given up, so that a file that was is told from one that others disturb. */
  let round = 0;

  /** How many files are still to be read. */
  const left = () => current + waiting.length;

  /** @param {string} text */
  const say = (text) => store.set({ toast: { text, undo: false } });

  /**
   * Reads one file; what is wrong with it, or with something in it, never costs the others.
   * @param {Incoming} file
   * @returns {Promise<readonly Source[]>}
   */
  async function read(file) {
    const mine = round;
    try {
      const { articles, failures } = await engine.open(file);
      if (mine !== round) {
        for (const { key } of articles) void engine.forget(key);
        return [];
      }
      for (const message of failures) fail(file.name, message);
      return articles;
    } catch (error) {
      if (mine !== round) return [];
      // What crashed was another call: the file is read by the next worker.
      if (error instanceof Interrupted) return read(file);
      if (error instanceof Absent) fail(file.name, `${file.name}: ${texts.notLoaded}`);
      else if (error instanceof Unreadable) fail(file.name, texts.unreadable(file.name));
      else if (error instanceof Stopped) fail(file.name, texts.crashed(file.name));
      else fail(file.name, error instanceof Error ? error.message : String(error));
      return [];
    }
  }

  /**
   * Leaves out what is open already: the same article of a file with the same name and bytes.
   * @param {Source[]} sources
   * @param {readonly Source[]} opened
   */
  function add(sources, opened) {
    for (const source of opened) {
      const known = [...store.state.sources, ...sources];
      if (known.some((other) => isSame(other, source))) {
        void engine.forget(source.key);
        say(texts.duplicate(source.file));
      } else {
        sources.push(source);
      }
    }
  }

  /** Takes up the work of a project file; its own files are read next. @param {Incoming} file @param {import('./types/page').State} state */
  async function resume(file, state) {
    const mine = round;
    const tools = await needed();
    if (!tools) return {};
    try {
      const { change, files } = await tools.openProject(file, state);
      if (mine !== round) return {};
      waiting.unshift(...files);
      return change;
    } catch {
      fail(file.name, texts.notProject(file.name));
      return {};
    }
  }

  async function run() {
    /** @type {Source[]} */
    let sources = [];
    /** @type {Partial<import('./types/page').State>} */
    let resumed = {};
    const begun = performance.now();
    /** What could be undone when the first were shown: what comes behind them belongs to the same step. @type {unknown} */
    let past;
    const show = async () => {
      const all = [...store.state.sources, ...sources];
      store.set(past === store.state.past ? { sources: all } : { ...resumed, ...step(store.state, { ...resumed, sources: all }) });
      sources = [];
      past = store.state.past;
      await refresh();
    };
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      current = 1;
      store.set({ progress: { done, total: done + left(), name: file.name } });
      if (isProject(file)) resumed = { ...resumed, ...(await resume(file, { ...store.state, ...resumed })) };
      else add(sources, await read(file));
      current = 0;
      done += 1;
      // Once: each time, all that was read would be compared anew.
      if (!past && left() > 0 && sources.length >= FIRST && performance.now() - begun > LONG && !('decisions' in resumed)) await show();
    }
    store.set({ progress: { done, total: done, name: '' } });
    if (sources.length > 0 || 'decisions' in resumed) await show();
  }

  return {
    /** Opens files, after those that are still being read. @param {Incoming[]} files */
    async open(files) {
      if (files.length === 0) return say(texts.nothing);
      waiting.push(...files);
      if (busy) return;
      busy = true;
      store.set({ toast: null });
      while (waiting.length > 0) await run();
      busy = false;
      done = 0;
      store.set({ progress: null });
    },
    /** Gives up what has not been read yet; what was read stays. Where all is read, gives up comparing it. */
    cancel() {
      if (!busy) return;
      const gone = left();
      waiting = [];
      round += 1;
      if (current) engine.stop();
      if (gone === 0) abandon();
      say(gone > 0 ? texts.cancelled(gone) : texts.abandoned);
    },
  };
}
