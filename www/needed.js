// Loads what is not needed to begin with (more.js), and says so where it cannot be had.

import { texts } from './texts.js';

/** @typedef {ReturnType<typeof import('./more.js').begin>} Tools */
/** @typedef {() => Promise<Tools | null>} Needed what more.js does; null, and said, where it could not be loaded */

/**
 * @param {import('./store.js').Store} store
 * @param {(more: typeof import('./more.js')) => Tools} begin
 */
export function createNeeded(store, begin) {
  /** @type {Tools | null} */
  let begun = null;
  async function load() {
    const more = await import('./more.js').catch(() => null);
    if (more && !begun) {
      begun = begin(more);
      store.set({ more });
    }
    return begun;
  }
  return {
    /** @type {Needed} */
    async needed() {
      const tools = begun ?? (await load());
      if (!tools) store.set({ toast: { text: texts.partMissing, undo: false } });
      return tools;
    },
    /** Loads it before anybody asks, when the browser has nothing to do: from then on the network may be gone. */
    ahead() {
      if ('requestIdleCallback' in window) requestIdleCallback(load);
      else setTimeout(load);
    },
  };
}
