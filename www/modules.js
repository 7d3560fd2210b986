// Where the worker has its WebAssembly from: files beside it, or, in the page that is one file, the worker's own text.

/** @typedef {import('./types/page').Package} Package */
/** @typedef {import('./types/page').Papers} Papers */

/** Whether this is the page that is one file: `cargo xtask site` says so, and leaves out what the other kind needs. */
const ALONE = typeof ONE_FILE !== 'undefined';

// A variable, so that the reader of PDFs is no part of the worker's bundle: it is loaded with the first PDF.
const PAPERS = './pkg/crossread_pdf.js';

/**
 * A module that the worker's text holds, compressed and in base64, as the answer to a request for it would be.
 * @param {string} packed
 */
function unpack(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(whole, { headers: { 'Content-Type': 'application/wasm' } });
}

/** The engine, ready to be made. @returns {Promise<Package>} */
export async function loadEngine() {
  // @ts-ignore: its types are made with it, and the page can be checked before.
  const made = /** @type {Package} */ (/** @type {unknown} */ (await import('./pkg/crossread.js')));
  const place = ALONE ? unpack(MODULES.engine) : new URL('./pkg/crossread_bg.wasm', import.meta.url);
  await made.default({ module_or_path: place });
  return made;
}

/**
 * What reads PDFs. Behind the address of one that failed stands a mark, since it cannot be started again, only a copy
 * of it; where there is no address, the one that failed goes on.
 * @param {string} mark
 * @returns {Promise<Papers>}
 */
export async function loadPapers(mark) {
  if (ALONE) {
    // @ts-ignore: as above.
    const made = /** @type {Papers} */ (/** @type {unknown} */ (await import('./pkg/crossread_pdf.js')));
    await made.default({ module_or_path: unpack(MODULES.papers) });
    return made;
  }
  const made = /** @type {Papers} */ (await import(PAPERS + mark));
  await made.default();
  return made;
}
