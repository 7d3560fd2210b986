// One immutable state. Whoever wants to know subscribes; whoever changes it says what is different.

import { whenFree } from './pressing.js';

/** @typedef {import('./types/page').State} State */

/** @typedef {import('./types/page').Work} Work */

/** @type {State} */
const EMPTY = {
  sources: [],
  decisions: [],
  reviews: {},
  past: [],
  future: [],
  target: null,
  correcting: false,
  linking: null,
  failures: [],
  progress: null,
  overview: null,
  view: 'side',
  layer: 'changes',
  pair: [0, 1],
  pairView: null,
  onlyChanges: false,
  article: 0,
  articleView: null,
  entity: null,
  mention: 0,
  kind: null,
  aside: false,
  quotesView: null,
  timeline: null,
  many: null,
  texts: null,
  speaker: null,
  said: '',
  query: '',
  facets: {},
  spot: null,
  more: null,
  toast: null,
  goal: null,
};

/** A store with its own state. */
export function createStore() {
  let state = EMPTY;
  /** @type {Set<(state: State) => void>} */
  const listeners = new Set();
  let told = false;

  /** Tells all listeners once, however many changes were made by then, in a task of their own: what is pressed is answered first. */
  function tell() {
    if (told) return;
    told = true;
    const now = () => {
      told = false;
      for (const listener of listeners) listener(state);
    };
    setTimeout(() => whenFree(now));
  }

  return {
    /** The state as it is now. */
    get state() {
      return state;
    },
    /** @param {Partial<State>} change */
    set(change) {
      const next = Object.freeze({ ...state, ...change });
      if (Object.entries(next).every(([name, value]) => state[/** @type {keyof State} */ (name)] === value)) return;
      state = next;
      tell();
    },
    /** @param {(state: State) => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */

/** What undo brings back. @param {State} state @returns {Work} */
const work = ({ sources, decisions, reviews }) => ({ sources, decisions, reviews });

/**
 * The change that makes `change` of the work and remembers what it was, at any depth: lists share what they hold.
 * @param {State} state
 * @param {Partial<Work>} change
 * @returns {Partial<State>}
 */
export function step(state, change) {
  return { ...change, past: [...state.past, work(state)], future: [] };
}

/**
 * The change that goes one step back, or null where there is none.
 * @param {State} state
 * @returns {Partial<State> | null}
 */
export function undo(state) {
  const before = state.past.at(-1);
  if (!before) return null;
  return { ...before, past: state.past.slice(0, -1), future: [work(state), ...state.future] };
}

/**
 * The change that takes an undo back, or null where there is none.
 * @param {State} state
 * @returns {Partial<State> | null}
 */
export function redo(state) {
  const [after, ...future] = state.future;
  if (!after) return null;
  return { ...after, past: [...state.past, work(state)], future };
}

/**
 * Whether two stand for the same article of the same file.
 * @param {{ file: string, sha256: string, number: number }} a
 * @param {{ file: string, sha256: string, number: number }} b
 */
export const isSame = (a, b) => a.file === b.file && a.sha256 === b.sha256 && a.number === b.number;
