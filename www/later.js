// The words of the views that are not shown first.

import { counted } from './format.js';

export const later = {
  compare: 'Compare',
  with: 'with',
  reworded: 'Reworded',
  rewritten: 'Rewritten',
  related: 'About the same',
  onlyIn: (/** @type {string} */ id) => `Only in ${id}`,
  same: 'The same',
  unit: 'Sentences:',
  movedTo: (/** @type {string} */ id, /** @type {number | null} */ n) =>
    n ? `Moved: paragraph ${n} in ${id}` : `Moved in ${id}`,
  movedFrom: (/** @type {string} */ other, /** @type {number | null} */ n) =>
    n ? `Moved from paragraph ${n} of ${other}` : `Moved, stands elsewhere in ${other}`,
  toldIn: (/** @type {string} */ other, /** @type {number | null} */ n) =>
    n ? `Beside paragraph ${n} of ${other}` : `Beside what ${other} says elsewhere`,
  folded: (/** @type {number} */ n) => `${counted(n, 'sentence')}, word for word the same`,
  moved: 'Moved',
  weave: (/** @type {string} */ a, /** @type {string} */ b) =>
    `How ${a} (above) and ${b} (below) are woven together, sentence by sentence`,
  noPair: 'These two articles share no text that could be put side by side.',
  furniture: (/** @type {number} */ n) => `${counted(n, 'line')} of page furniture, set aside`,
  named: 'How often each is named',
  noNames: 'No names were found.',
  chooseName: 'Choose a name to see every mention of it.',
  also: 'also',
  mentionOf: (/** @type {number} */ at, /** @type {number} */ total) => `Mention ${at} of ${total}`,
  next: 'Next',
  previous: 'Previous',
  total: 'All',
  handedOver: 'Handed to the browser: look among your downloads.',
};
