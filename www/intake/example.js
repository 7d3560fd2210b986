// The example: three invented articles that come with the page.

import { find } from '../dom.js';

/** @typedef {import('../types/page').Incoming} Incoming */

const SAMPLES = ['aldine-bridge-closure.txt', 'selmouth-courier-bridge.md', 'tidewater-ferry-strike.txt'];

/** @param {string} name @returns {Promise<Incoming>} */
async function sample(name) {
  const response = await fetch(new URL(`../samples/${name}`, import.meta.url));
  if (!response.ok) throw new Error(response.statusText);
  return { name, blob: await response.blob() };
}

/**
 * @param {(files: Incoming[]) => void} open
 * @param {() => void} fail
 */
export function offerExample(open, fail) {
  find('#example').addEventListener('click', async () => {
    try {
      open(await Promise.all(SAMPLES.map(sample)));
    } catch {
      fail();
    }
  });
}
