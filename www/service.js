// The service worker: the page works without a network. It stores the page's own files and nothing else, whole versions
// only, each file held against its SHA-256; it never sees what is opened but to hand it on.

import { hand, share, take } from './handing.js';
import { cacheOf, ownCaches } from './stored.js';

const scope = /** @type {ServiceScope} */ (/** @type {unknown} */ (self));
const home = scope.registration.scope;
const cacheName = cacheOf(home) + VERSION;

/** The address under which a file is stored. @param {string} path */
const addressOf = (path) => new URL(path, home).href;

const known = new Set([...FILES, ...LATER].map(([path]) => addressOf(path)));

/** @param {ArrayBuffer} bytes */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The file with this hash, or null where the response is another one. @param {Response | undefined} response @param {string} wanted */
async function matching(response, wanted) {
  if (!response?.ok) return null;
  const bytes = await response.arrayBuffer();
  if ((await hash(bytes)) !== wanted) return null;
  return new Response(bytes, { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } });
}

/** What another version has stored of a file. @param {string} address */
async function before(address) {
  for (const name of await ownCaches(home)) {
    const found = name === cacheName ? undefined : await (await caches.open(name)).match(address);
    if (found) return found;
  }
  return undefined;
}

/**
 * Stores a file: from another version, else as the browser has it, else from where the page came from.
 * Where none of them is the file of this version, the version is not there as a whole, and the old one stays.
 * @param {readonly [string, string]} file
 */
async function store([path, wanted]) {
  const address = addressOf(path);
  const cache = await caches.open(cacheName);
  if (await cache.match(address)) return;
  const found =
    (await matching(await before(address), wanted)) ??
    (await matching(await fetch(address), wanted)) ??
    (await matching(await fetch(address, { cache: 'reload' }), wanted));
  if (!found) throw new Error(`${path} is not of this version`);
  await cache.put(address, found);
}

/** Stores of the files for later those that another version had. @param {readonly [string, string]} file */
async function keep(file) {
  if (await before(addressOf(file[0]))) await store(file).catch(() => undefined);
}

scope.addEventListener('install', (event) => {
  const whole = Promise.all(FILES.map(store)).then(() => Promise.all(LATER.map(keep)));
  event.waitUntil(whole);
});

scope.addEventListener('activate', (event) => {
  const old = ownCaches(home).then((names) => names.filter((name) => name !== cacheName));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => scope.clients.claim()));
});

/** @param {Request} request @param {string} address */
async function answer(request, address) {
  return (await caches.match(address, { cacheName })) ?? fetch(request);
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const asked = origin + pathname;
  if (request.method === 'POST' && asked === addressOf('share')) {
    event.respondWith(share(event, home));
  } else if (request.method === 'GET') {
    const address = asked === addressOf('index.html') ? home : asked;
    // What is not of the page, as the page in one file, is the browser's own affair.
    if (known.has(address)) event.respondWith(answer(request, address));
  }
});

scope.addEventListener('message', (event) => {
  const { data: order, ports } = event;
  if (order.method === 'later') event.waitUntil(Promise.all(LATER.map(store)).catch(() => undefined));
  else if (order.method === 'replace') event.waitUntil(scope.skipWaiting());
  else if (order.method === 'hand') hand(event, order.id, order.handed);
  else ports[0]?.postMessage(take(order.id));
});
