// The worker: loads the engine, warms it up and answers one call after the other.

import { isLike, shorten } from './again.js';
import { cut } from './pieces.js';

/** @typedef {import('./types/page').Call} Call */
/** @typedef {import('./types/page').Answer} Answer */
/** @typedef {import('./types/page').Door} Door */

/** The first call costs some 100 ms of lazy tables and compiling; it is made before anybody waits for it. */
const WARM_UP = [
  'The bridge will open on Friday, Mayor Ann Field said. "It took 12 years," she said.\n\nIt cost $3 million.',
  'The bridge could open on Friday, Mayor Ann Field said. "It took years," she said.\n\nIt cost $4 million.',
];

/** @returns {Promise<Door>} */
async function start() {
  // Asked for from here, so that the receipt has it.
  const { loadEngine } = await import('./modules.js');
  const made = await loadEngine();
  const engine = new made.Engine();
  const encoder = new TextEncoder();
  const keys = WARM_UP.flatMap((text, i) => engine.open(`${i}.txt`, encoder.encode(text))?.articles ?? []).map((one) => one.key);
  engine.analyse(Uint32Array.from(keys), '[]');
  engine.pair(0, 1);
  for (const key of keys) engine.forget(key);
  engine.analyse(new Uint32Array(), '[]');
  return engine;
}

const started = start();
// Each call reports the failure in words for readers; the console has the reason.
started.catch((error) => console.error(error));

/** What reads PDFs, from the first one on. @type {import('./types/page').Printer | undefined} */
let printer;

/** The mark of the copy of what reads PDFs, once one of them failed. */
let copy = '';

/**
 * Loads what reads PDFs. Where one breaks it, that PDF is called broken, and the next one has another.
 * @returns {Promise<import('./types/page').Printer>}
 */
async function load() {
  const { loadPapers } = await import('./modules.js');
  const papers = await loadPapers(copy);
  return (bytes) => {
    try {
      return papers.read(bytes);
    } catch (error) {
      console.error(error);
      copy = `?${Date.now()}`;
      printer = undefined;
      return '{"refused":"broken"}';
    }
  };
}

/**
 * Reads a file. What reads PDFs is loaded with the first of them; without it the engine says what to do instead.
 * @param {Door} engine
 * @param {string} name
 * @param {Uint8Array} bytes
 */
async function open(engine, name, bytes) {
  const opened = engine.open(name, bytes, printer);
  if (opened) return opened;
  printer = await load().catch((error) => console.error(error) ?? undefined);
  return engine.open(name, bytes, printer ?? (() => ''));
}

/**
 * @param {Door} engine
 * @param {Call} call
 * @returns {Promise<unknown>}
 */
async function answer(engine, call) {
  switch (call.method) {
    case 'open':
      // No browser could hold all of a file that is too large.
      return engine.too_large(call.name, call.blob.size) ?? open(engine, call.name, new Uint8Array(await call.blob.arrayBuffer()));
    case 'forget':
      return engine.forget(call.key);
    case 'analyse':
      return engine.analyse(Uint32Array.from(call.keys), call.decisions);
    case 'article':
      return engine.article(call.index);
    case 'pair':
      return engine.pair(call.a, call.b);
    case 'view':
      return engine.view(call.name);
    case 'json':
      return engine.json(call.failures.map(({ file }) => file), call.failures.map(({ message }) => message));
    case 'requests':
      return performance.getEntriesByType('resource').map((entry) => entry.name);
  }
}

// Calls are answered in the order in which they came, also where reading a file's bytes takes a while.
let queue = Promise.resolve();

/** @param {Answer} message */
const post = (message) => self.postMessage(message);

/** What was answered last, by what was asked, and about which articles. @type {Map<string, import('./again.js').Places>} */
const last = new Map();
let about = '';

/** @param {Call} call @param {unknown} whole */
function postWhole({ id, ...call }, whole) {
  if (call.method === 'analyse' && about !== (about = String(call.keys))) last.clear();
  // The engine itself shortens an analysis.
  if (call.method === 'view' && isLike(call.name)) last.set(call.name, shorten(whole, last.get(call.name)));
  const { frame, pieces } = cut(whole);
  for (const piece of pieces) post({ id, piece });
  post({ id, value: frame });
}

self.addEventListener('message', (/** @type {MessageEvent<Call>} */ { data: call }) => {
  queue = queue.then(async () => {
    try {
      const engine = await started.catch(() => null);
      if (!engine) post({ id: call.id, absent: true });
      else postWhole(call, await answer(engine, call));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // After a panic the module's memory cannot be trusted: the page starts another worker.
      if (error instanceof WebAssembly.RuntimeError) post({ id: call.id, panic: message });
      // Only reading a file's bytes fails in this way.
      else if (error instanceof DOMException) post({ id: call.id, unreadable: true });
      else post({ id: call.id, error: message });
    }
  });
});
