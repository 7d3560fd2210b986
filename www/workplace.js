// Where workers come from: the file beside the page's own, or, in the page that is one file, a text that it holds.

/** @type {string | undefined} */
let address;

/** Starts a worker. */
export function startWorker() {
  const held = document.getElementById('worker-source');
  if (!held) return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  address ??= URL.createObjectURL(new Blob([held.textContent ?? ''], { type: 'text/javascript' }));
  return new Worker(address);
}
