// What the browser keeps of this page, and forgetting all of it.

import { FORGOTTEN } from './offline.js';
import { ownCaches } from './stored.js';
import { workers } from './versions.js';

/** The page's own files that the browser keeps. @returns {Promise<string[]>} */
export async function storedFiles() {
  const registration = await workers?.getRegistration();
  if (!registration) return [];
  const names = await ownCaches(registration.scope);
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map((request) => request.url);
}

/** Removes all that this page has ever stored, and starts it anew with nothing open. */
export async function forgetAll() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith('crossread.')) localStorage.removeItem(name);
  } catch {
    // Where storage is forbidden, nothing is stored.
  }
  const registration = await workers?.getRegistration();
  if (registration) {
    await registration.unregister();
    await Promise.all((await ownCaches(registration.scope)).map((name) => caches.delete(name)));
  }
  history.replaceState(null, '', FORGOTTEN);
  location.reload();
}
