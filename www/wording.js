// The words about what the user makes of it: corrections, reviews, projects, links.

import { counted, list } from './format.js';

export const wording = {
  correct: 'Edit',
  correctThis: (/** @type {string} */ id) => `Edit headline, day and more of ${id}`,
  accept: 'Accept',
  acceptDay: (/** @type {string} */ id) => `Accept this day as that of ${id}`,
  tookBack: 'Took back',

  reviewed: 'Reviewed',
  isWrong: 'Wrong',
  yourNote: 'Note',
  noteLabel: 'Your note',
  calledWrong: (/** @type {number} */ n) => `${counted(n, 'finding')} that you called wrong`,
  progress: (/** @type {number} */ n, /** @type {number} */ of) => `${n} of ${of} reviewed`,
  markedSeen: 'Marked as reviewed.',
  markedWrong: 'Called wrong and put last.',
  unmarked: 'The mark is taken away.',
  noted: 'Noted.',

  reveal: 'Show what changed',
  sharedWith: (/** @type {string} */ ids) => `also in ${ids.split(' ').join(', ')}`,

  pictureAs: 'Picture as',
  savePicture: (/** @type {string} */ kind) => `Save this picture as ${kind}`,
  copiedLink: 'Copied. The link holds no text: whoever opens it drops the same files to see this place.',
  notProject: (/** @type {string} */ name) => `${name} is no project that this version can read`,
  waits: (/** @type {string[]} */ files) => `Waiting for ${list(files)}. Drop ${files.length > 1 ? 'the same files' : 'the same file'} to go on.`,
  unnamed: (/** @type {string} */ sha256) => `a file whose SHA-256 begins with ${sha256.slice(0, 12)}`,
};
