// One immutable state. Whoever wants to know subscribes; whoever changes it says what is different.

/** @typedef {import('./types/page').State} State */
/** @typedef {import('./types/page').Source} Source */

/** Steps that can be undone. Beyond it the oldest is forgotten, so a long session does not grow without end. */
const MAX_STEPS = 100;

/** @type {State} */
const EMPTY = {
  sources: [],
  past: [],
  future: [],
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
  quotesView: null,
  timeline: null,
  many: null,
  texts: null,
  speaker: null,
  said: '',
  query: '',
  spot: null,
  toast: null,
};

/** A store with its own state. */
export function createStore() {
  let state = EMPTY;
  /** @type {Set<(state: State) => void>} */
  const listeners = new Set();
  let told = false;

  /** Tells all listeners once, however many changes were made in this turn. */
  function tell() {
    if (told) return;
    told = true;
    queueMicrotask(() => {
      told = false;
      for (const listener of listeners) listener(state);
    });
  }

  return {
    /** The state as it is now. */
    get state() {
      return state;
    },
    /** @param {Partial<State>} change */
    set(change) {
      state = Object.freeze({ ...state, ...change });
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

/**
 * The change that puts `sources` in place of the present ones and remembers these.
 * @param {State} state
 * @param {readonly Source[]} sources
 * @returns {Partial<State>}
 */
export function step(state, sources) {
  return { sources, past: [...state.past, state.sources].slice(-MAX_STEPS), future: [] };
}

/**
 * The change that goes one step back, or null where there is none.
 * @param {State} state
 * @returns {Partial<State> | null}
 */
export function undo(state) {
  const sources = state.past.at(-1);
  if (!sources) return null;
  return { sources, past: state.past.slice(0, -1), future: [state.sources, ...state.future] };
}

/**
 * The change that takes an undo back, or null where there is none.
 * @param {State} state
 * @returns {Partial<State> | null}
 */
export function redo(state) {
  const [sources, ...future] = state.future;
  if (!sources) return null;
  return { sources, past: [...state.past, state.sources], future };
}
