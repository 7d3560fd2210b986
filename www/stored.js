// What the browser stores of the page itself, for use without a network: one cache a version, and nothing that was opened.

/** How the caches are named of the page at this address; another one on the same host has its own. */
export const cacheOf = (/** @type {string} */ scope) => `crossread ${new URL(scope).pathname} `;

/** The names of the caches of the page at this address. @param {string} scope */
export async function ownCaches(scope) {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(cacheOf(scope)));
}
