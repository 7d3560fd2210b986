// Reading files one by one: progress, failures, duplicates, and stopping half-way.

import { Absent, Stopped, Unreadable } from './engine.js';
import { step } from './store.js';
import { texts } from './texts.js';

/** @typedef {import('./types/page').Incoming} Incoming */
/** @typedef {import('./types/page').Opened} Opened */
/** @typedef {import('./types/page').Source} Source */

/**
 * @param {import('./store.js').Store} store
 * @param {import('./engine.js').Engine} engine
 * @param {(file: string, message: string) => void} fail
 * @param {{ refresh: () => Promise<void>, abandon: () => void }} analysis
 */
export function createReading(store, engine, fail, { refresh, abandon }) {
  /** @type {Incoming[]} */
  let waiting = [];
  let busy = false;
  let total = 0;
  let done = 0;

  /** @param {string} text */
  const say = (text) => store.set({ toast: { text, undo: false } });

  /**
   * Reads one file; what is wrong with it never costs the others.
   * @param {Incoming} file
   * @returns {Promise<Opened[]>}
   */
  async function read(file) {
    try {
      return await engine.open(file);
    } catch (error) {
      const given = done < total;
      if (error instanceof Absent) fail(file.name, `${file.name}: ${texts.notLoaded}`);
      else if (error instanceof Unreadable) fail(file.name, texts.unreadable(file.name));
      else if (!(error instanceof Stopped)) fail(file.name, error instanceof Error ? error.message : String(error));
      else if (given) fail(file.name, texts.crashed(file.name));
      return [];
    }
  }

  /**
   * Leaves out what is open already: the same name and the same bytes.
   * @param {Source[]} sources
   * @param {Opened[]} opened
   */
  function add(sources, opened) {
    for (const { key, file, sha256 } of opened) {
      const known = [...store.state.sources, ...sources];
      if (known.some((other) => other.file === file && other.sha256 === sha256)) {
        void engine.forget(key);
        say(texts.duplicate(file));
      } else {
        sources.push({ key, file, sha256 });
      }
    }
  }

  async function run() {
    /** @type {Source[]} */
    const sources = [];
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      store.set({ progress: { done, total, name: file.name } });
      add(sources, await read(file));
      done += 1;
    }
    store.set({ progress: { done: total, total, name: '' } });
    if (sources.length > 0) {
      store.set(step(store.state, [...store.state.sources, ...sources]));
      await refresh();
    }
  }

  return {
    /** Opens files, after those that are still being read. @param {Incoming[]} files */
    async open(files) {
      if (files.length === 0) return say(texts.nothing);
      waiting.push(...files);
      total += files.length;
      if (busy) return;
      busy = true;
      store.set({ toast: null });
      while (waiting.length > 0) await run();
      busy = false;
      total = done = 0;
      store.set({ progress: null });
    },
    /** Gives up what has not been read yet; what was read stays. Where all is read, gives up comparing it. */
    cancel() {
      if (!busy) return;
      const left = total - done;
      waiting = [];
      total = done;
      if (left > 0) {
        engine.restart();
        say(texts.cancelled(left));
      } else {
        abandon();
        say(texts.abandoned);
      }
    },
  };
}
