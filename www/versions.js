// The page without a network: its service worker, what it hands on, and the word about a new version.

import { find } from './dom.js';
import { ask } from './intake/ask.js';
import { FORGOTTEN, HANDED } from './offline.js';
import { texts } from './words.js';

/** @typedef {import('./types/page').Incoming} Incoming */
/** @typedef {import('./types/page').Handed} Handed */

/** The address of the service worker; `cargo xtask site` puts it there. */
const { service } = document.documentElement.dataset;
export const workers = service && 'serviceWorker' in navigator ? navigator.serviceWorker : null;

/** Milliseconds after the engine is there in which nothing is fetched for later, so that the first drop has all. */
const REST = 3000;

/** The files with this number, from the service worker. @param {string} id @returns {Promise<Handed | null>} */
function taken(id) {
  const to = workers?.controller;
  if (!to) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    to.postMessage({ method: 'take', id }, [port2]);
  });
}

/**
 * Opens what another app shared, after asking, or what was open before a reload.
 * @param {(files: Incoming[]) => void} open
 * @param {(file: string, message: string) => void} fail
 */
export async function acceptHanded(open, fail) {
  if (!location.hash.startsWith(HANDED)) return;
  const id = location.hash.slice(HANDED.length);
  history.replaceState(null, '', location.pathname + location.search);
  const handed = await taken(id);
  if (!handed) return fail('', texts.notHanded);
  const files = handed.files.map(({ name, blob }, at) => ({ name: name || texts.sharedText(at + 1), blob }));
  if (files.length === 0 || !handed.shared || (await ask(texts.sharedBy(files.length), files))) open(files);
}

/** Says that there is a new version; the click makes it take over, and hands it what is open. @param {() => Promise<Incoming[]>} opened */
function offerReload(opened) {
  const place = find('#update');
  place.hidden = false;
  find('button', place).onclick = async () => {
    const waiting = (await workers?.getRegistration())?.waiting;
    const heir = waiting ?? workers?.controller;
    const files = await opened();
    const id = crypto.randomUUID();
    if (files.length > 0) {
      heir?.postMessage({ method: 'hand', id, handed: { shared: false, files } });
      history.replaceState(null, '', HANDED + id);
    }
    if (!waiting) return location.reload();
    workers?.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ method: 'replace' });
  };
}

/** Waits until the browser has nothing else to do. */
const idle = () => new Promise((resolve) => ('requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, 1)));

/**
 * Stores the page for use without a network, once the engine is there; what is needed rarely, later, whatever is opened.
 * @param {import('./engine.js').Engine} engine
 * @param {() => Promise<Incoming[]>} opened the files that are open now
 */
export async function followVersions(engine, opened) {
  if (!workers || !service || location.hash === FORGOTTEN) return;
  const controlled = workers.controller !== null;
  await engine.requests().catch(() => []);
  await idle();
  const registration = await workers.register(service).catch(() => null);
  if (!registration) return;
  if (registration.waiting && controlled) offerReload(opened);
  const watch = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && controlled) offerReload(opened);
    });
  };
  watch();
  registration.addEventListener('updatefound', watch);
  // Another window has let the new version take over.
  if (controlled) workers.addEventListener('controllerchange', () => offerReload(opened));
  await workers.ready;
  await new Promise((resolve) => setTimeout(resolve, REST));
  await idle();
  registration.active?.postMessage({ method: 'later' });
}
