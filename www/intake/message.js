// "Open in Crossread": another page opens this one in a window and sends it articles.
//
//   const desk = window.open('https://where.crossread.is/');
//   addEventListener('message', ({ source, data }) => {
//     if (source !== desk || data.crossread !== 1) return;
//     if (data.ready) desk.postMessage({ crossread: 1, articles: [{ name: 'a.txt', text: '…' }] }, 'https://where.crossread.is');
//     if ('opened' in data) …  // true, or false where the reader did not want it
//   });
//
// An article is { name, text } or { name, bytes } (an ArrayBuffer, a typed array or a Blob); its kind is told by its
// content, as with dropped files. Only the window that opened this one is listened to. The reader sees its origin and
// is asked each time; after a no, nothing more of it is shown. Nothing is sent back but `ready` and `opened`.

import { texts } from '../words.js';
import { ask } from './ask.js';

/** @typedef {import('../types/page').Incoming} Incoming */

/** The protocol's version, and the name of its field. */
const VERSION = 1;

/** More articles than these are not looked at in one message: a reader could not judge them. */
const MOST = 1000;

/** As much of a name is shown. */
const LONGEST_NAME = 200;

/** @param {unknown} one @param {number} at @returns {Incoming[]} */
function article(one, at) {
  const { name, text, bytes } = /** @type {Record<string, unknown>} */ (one ?? {});
  const content = typeof text === 'string' ? text : bytes;
  const whole = typeof content === 'string' || content instanceof Blob || content instanceof ArrayBuffer || ArrayBuffer.isView(content);
  if (!whole) return [];
  const called = typeof name === 'string' ? name.slice(0, LONGEST_NAME).trim() : '';
  return [{ name: called || texts.sent(at + 1), blob: new Blob([/** @type {BlobPart} */ (content)]) }];
}

/** The articles of a message, if it is one of this protocol. @param {unknown} data */
function articles(data) {
  const { crossread, articles: sent } = /** @type {Record<string, unknown>} */ (data ?? {});
  return crossread === VERSION && Array.isArray(sent) ? sent.slice(0, MOST).flatMap(article) : [];
}

/** @param {(files: Incoming[]) => void} open */
export function acceptMessages(open) {
  const opener = /** @type {Window | null} */ (window.opener);
  if (!opener) return;
  let deaf = false;
  window.addEventListener('message', async ({ source, origin, data }) => {
    const files = source === opener && !deaf ? articles(data) : [];
    if (files.length === 0) return;
    // One question at a time, and none after a no.
    deaf = true;
    const opened = await ask(texts.sentBy(origin === 'null' ? texts.nameless : origin, files.length), files);
    deaf = !opened;
    if (opened) open(files);
    opener.postMessage({ crossread: VERSION, opened }, origin === 'null' ? '*' : origin);
  });
  opener.postMessage({ crossread: VERSION, ready: true }, '*');
}
