// All words of the page, so that they can be read, corrected and one day translated in one place.
// (boot.js has its own few: it must work where this module cannot be loaded.)

import { counted, list } from './format.js';
import { phrases } from './phrases.js';

export const texts = {
  undo: 'Undo',
  copiedMarkdown: 'Copied: the findings as Markdown.',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  dismissAll: 'Dismiss all of these messages',
  moreFailures: (/** @type {number} */ n) => `${counted(n, 'more message', 'more messages')} about what could not be read`,
  articles: 'Articles',
  second: 'Add another version of the story to see what each leaves out, adds and says in other words.',
  addSecond: 'Add a version',
  evidence: 'What this rests on',
  ledger: 'Findings',
  side: 'Side by side',
  quotes: 'Quotes',
  timeline: 'Timeline',
  read: 'Read',
  names: 'Names',
  notes: 'Notes',
  forgotten: 'Forgotten: the articles, the settings and the stored copy of this page.',
  reading: (/** @type {number} */ at, /** @type {number} */ total, /** @type {string} */ name) =>
    `Reading ${at} of ${total}: ${name}`,
  comparing: 'Comparing …',
  ready: (/** @type {number} */ count) => `${counted(count, 'article')} read.`,
  removed: (/** @type {string} */ name) => `Removed ${name}.`,
  cleared: (/** @type {number} */ count) => `Removed ${counted(count, 'article')}.`,
  cancelled: (/** @type {number} */ count) => `Stopped. ${counted(count, 'file was', 'files were')} not read.`,
  abandoned: 'Stopped comparing. What was added last was left out; Redo brings it back.',
  duplicate: (/** @type {string} */ name) => `${name} is already open; it was not added twice.`,
  nothing: 'There was nothing to read in that.',
  unreadable: (/** @type {string} */ name) =>
    `${name} could not be opened; look whether it was moved or changed, and drop it again`,
  crashed: (/** @type {string} */ name) =>
    `${name} stopped the reader, which was started again; the other files are not affected. ` +
      'Please report the file if you can share it',
  crashedTogether: 'These articles together stopped the comparison. What was added last was left out; Redo brings it back',
  partMissing: 'A part of the page could not be loaded. Look whether the network is there, and reload the page.',
  notLoaded: 'The reading engine did not load. Reload the page; in a copy of the project run “cargo xtask build” first',
  noSample: 'The example could not be fetched. Look whether the network is there, and try again',
  pasted: (/** @type {number} */ n) => `Pasted text ${n}`,

  noHeadline: 'No headline',
  noDate: 'No date',
  setAside: 'Set aside',
  leftOutIs: (/** @type {string[]} */ ids, /** @type {boolean} */ shown) => {
    const several = ids.length > 1;
    // Of more it is said how many they are.
    const who = ids.length > 4 ? counted(ids.length, 'article') : list(ids);
    return `${who} ${shown ? '' : several ? 'are left out here: they ' : 'is left out here: it '}${several ? 'share' : 'shares'} no passage with the others.`;
  },
  showToo: 'Show all the same',
  leaveOut: 'Leave out',
  sharesNothing: 'It shares no passage with the others.',
  remove: (/** @type {string} */ name) => `Remove ${name}`,
  words: (/** @type {number} */ n) => counted(n, 'word'),
  paragraphs: (/** @type {number} */ n) => counted(n, 'paragraph'),
  sentences: (/** @type {number} */ n) => counted(n, 'sentence'),
  more: (/** @type {number} */ n) => `${counted(n, 'more', 'more')}`,
  leftOut: (/** @type {string} */ what) => `${what} more were read and compared; the saved report has all.`,
  paragraph: (/** @type {number} */ n) => `Paragraph ${n}`,

  ...phrases,
};
