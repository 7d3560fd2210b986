// The example: three invented articles that come with the page.

import { find } from '../dom.js';

/** @typedef {import('../types/page').Incoming} Incoming */

const SAMPLES = ['aldine-bridge-closure.txt', 'selmouth-courier-bridge.md', 'tidewater-ferry-strike.txt'];

/** @param {string} name @returns {Promise<Incoming>} */
async function sample(name) {
  // The page that is one file holds them.
  const held = document.getElementById(`sample-${name}`);
  if (held) return { name, blob: new Blob([held.textContent ?? '']) };
  const response = await fetch(`samples/${name}`);
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
