// Files on their way through the service worker to a page: held in memory until the page asks, never stored.

/** @typedef {import('./types/page').Handed} Handed */

/** How long files wait, in milliseconds, for a page that loads slowly. */
const PATIENCE = 60_000;

/** @type {Map<string, { handed: Handed, gone: () => void }>} */
const waiting = new Map();

/** Holds files, and the service worker awake, until they are taken. @param {Waiting} event @param {string} id @param {Handed} handed */
export function hand(event, id, handed) {
  const taken = new Promise((resolve) => {
    waiting.set(id, { handed, gone: () => resolve(null) });
    setTimeout(() => take(id), PATIENCE);
  });
  event.waitUntil(taken);
}

/** Gives files away, once. @param {string} id @returns {Handed | null} */
export function take(id) {
  const found = waiting.get(id);
  waiting.delete(id);
  found?.gone();
  return found?.handed ?? null;
}

/** What another app shares: holds it, and leads to the page, which asks for it. @param {Fetching} event @param {string} home */
export async function share(event, home) {
  const id = crypto.randomUUID();
  // Reading may take a while; the event is kept open from its beginning.
  const sent = await event.request.formData().catch(() => new FormData());
  hand(event, id, { shared: true, files: shared(sent) });
  return Response.redirect(`${home}#handed=${id}`, 303);
}

/** @param {FormData} sent @returns {import('./types/page').Incoming[]} */
function shared(sent) {
  const files = sent.getAll('files').flatMap((one) => (one instanceof File && one.size > 0 ? [{ name: one.name, blob: one }] : []));
  const said = (/** @type {string} */ field) => String(sent.get(field) ?? '').trim();
  const text = [said('text'), said('url')].filter(Boolean).join('\n\n');
  // A name of its own is given by the page, which has all the words.
  return text ? [...files, { name: said('title'), blob: new Blob([text], { type: 'text/plain' }) }] : files;
}
