// The words of what is loaded when it is needed (more.js), with those that the page has from its beginning.

import { counted, list } from './format.js';
import { texts as own } from './texts.js';

export const texts = {
  ...own,
  checks: [
    'Switch the network off now and drop your files: everything works as before.',
    'Open the developer tools of your browser (F12), go to Network, and drop your files: the list stays empty. ' +
      'Only “Try an example” fetches its three files, and the first PDF what reads it, from the place this page came from.',
    'Look at the first lines of this page’s source: its content security policy forbids every connection except ' +
      'to the place this page came from, and there is no code here that sends anything.',
    'Reload the page: what you opened is gone, because nothing of it is stored.',
  ],
  receiptStored: (/** @type {number} */ count) =>
    `Stored on this computer, so that the page works without a network: ${counted(count, 'file')} of the page itself, nothing ` +
      'of what you open. At each visit the browser asks whether there is a newer version (service.js).',
  receiptAll: (/** @type {number} */ count) => `${counted(count, 'file')}, all of this page itself.`,
  sentBy: (/** @type {string} */ origin, /** @type {number} */ count) => `${origin} sends ${counted(count, 'article')}`,
  nameless: 'A page without an address',
  sharedBy: (/** @type {number} */ count) => `Another app shares ${counted(count, 'article')}`,
  sharedText: (/** @type {number} */ n) => `Shared text ${n}`,
  sent: (/** @type {number} */ n) => `Sent text ${n}`,
  notHanded: 'What was handed over did not arrive. Open it once more',
  fullest: 'The fullest version',
  noQuotes: 'Nobody is quoted.',
  speakers: 'Who speaks',
  nobody: 'Speaker not named',
  inSeveral: 'In several',
  utterances: (/** @type {number} */ n, /** @type {number} */ words) =>
    words > 0 ? `${counted(n, 'time')}, ${counted(words, 'word')} in quotation marks` : `${counted(n, 'time')}, never in quotation marks`,
  to: 'to',
  via: 'as reported by',
  indirect: 'in the writer’s words',
  goTo: (/** @type {string} */ id, /** @type {number | null} */ n) => (n ? `Read paragraph ${n} of ${id}` : `Read ${id}`),
  noTimes: 'No dates were found.',
  noDay: 'Day unknown',
  published: (/** @type {string[]} */ ids) => `${list(ids)} ${ids.length > 1 ? 'were' : 'was'} published`,
  countedFrom: (/** @type {string} */ words, /** @type {string} */ anchor) => `“${words}”, counted from ${anchor}`,
  ringIs: 'ringed: the day of publication',
  timelineOf: (/** @type {string} */ first, /** @type {string} */ last) => `Days that the articles speak of, from ${first} to ${last}; the list below has them in words`,
  story: (/** @type {number} */ n, /** @type {number} */ count) => `Story ${n}: ${counted(count, 'article')}`,
  alone: 'Share text with no other',
  matrix: 'How much of the article in the row is in the one in the column',
  share: (/** @type {string} */ part, /** @type {string} */ a, /** @type {string} */ b) => `${part} of ${a} is in ${b}; compare them`,
  shares: (/** @type {string} */ x, /** @type {string} */ a, /** @type {string} */ y, /** @type {string} */ b) =>
    `${x} of ${a} is in ${b}, ${y} of ${b} in ${a}.`,
  hits: (/** @type {number} */ n) => counted(n, 'hit'),
  firstHits: (/** @type {number} */ n) => `The first ${counted(n, 'is', 'are')} shown.`,
  noHits: (/** @type {string} */ query) => `“${query}” stands in no article.`,
  noExpression: 'This is no regular expression that can be read.',
  noNotes: 'There is nothing to note.',
  noNotesIn: (/** @type {number} */ n) => `There is nothing to note of ${counted(n, 'article')}.`,
  correctArticle: (/** @type {string} */ id) => `Correct what is known of ${id}`,
  inText: 'in the text',
  inMarkup: 'from the file’s markup',
  nameIs: 'Name',
  rename: 'Rename',
  kindIs: 'Kind',
  noName: 'Not a name',
  sameAs: 'The same as',
  merge: 'Merge',
  splitOff: (/** @type {string} */ form) => `“${form}” is another`,
  partIs: 'What this part is',
  speakerIs: 'Said by',
  set: 'Set',
  unlink: 'Not the same',
  linkWith: (/** @type {string} */ id) => `The sentence of ${id} is the same as …`,
  thisOne: (/** @type {string} */ id) => `… as this one of ${id}`,
  chooseOther: 'Now choose the sentence that is the same. Esc gives it up.',
  unknownName: (/** @type {string} */ name) => `Nothing is named “${name}” here. Choose one of the names that are offered while you type.`,
  notNamedThere: (/** @type {string} */ name, /** @type {string[]} */ ids) =>
    `“${name}” is not named in ${list(ids)}, so these words cannot be linked to it. Where the article calls it something else, choose ` +
    `that under Names and say that it is the same as “${name}”. Where it names nobody, choose “Speaker not named”.`,
  sameAlready: 'That is the same already.',
  corrections: 'Your corrections',
  takeBack: 'Take back',
  fieldIs: (/** @type {string} */ field, /** @type {string} */ id, /** @type {string | null} */ value) =>
    value ? `${field.replace(/,.*/, '')} of ${id}: ${value}` : `${field.replace(/,.*/, '')} of ${id}: none`,
  blockIs: (/** @type {number} */ n, /** @type {string} */ id, /** @type {string} */ kind) => `Part ${n} of ${id}: ${kind}`,
  labelIs: (/** @type {string} */ name, /** @type {string} */ kind) => `“${name}”: ${kind}`,
  isNoName: (/** @type {string} */ name) => `“${name}” is no name`,
  areOne: (/** @type {string} */ a, /** @type {string} */ b) => `“${a}” and “${b}” are one`,
  isOther: (/** @type {string} */ form, /** @type {string} */ name) => `“${form}” is another than “${name}”`,
  isCalled: (/** @type {string} */ before, /** @type {string} */ name) => `“${before}” is called “${name}”`,
  saidBy: (/** @type {string} */ id, /** @type {number} */ n, /** @type {string | null} */ name) =>
    `Words in part ${n} of ${id}: said by ${name ? `“${name}”` : 'nobody named'}`,
  linkIs: (/** @type {string} */ a, /** @type {number} */ n, /** @type {string} */ b, /** @type {number} */ m, /** @type {boolean} */ linked) =>
    `A sentence in ${a} (part ${n}) and one in ${b} (part ${m}) are ${linked ? '' : 'not '}the same`,
  viewKind: 'view',
  facets: 'Only hits …',
  facet: {
    outlet: 'of this outlet',
    day: 'from this day',
    name: 'beside this name',
    speaker: 'where this one speaks',
  },
  any: 'any',
  unnamedSources: 'Sources without a name',
  vouches: (/** @type {number} */ n) => `${counted(n, 'statement')}`,
  sketch: 'How the articles of this story are related.',
  lines: {
    'same-text': 'the same text',
    'a-from-b': 'took from; the arrow leads to who took',
    'shared-source': 'one source',
    'cannot-tell': 'shared text, nobody can tell who was first',
    hidden: 'a source that is not here',
  },
  copies: (/** @type {string} */ of, /** @type {string[]} */ others) => `${list(others)} ${others.length > 1 ? 'are' : 'is'} nearly the same text as ${of}.`,
  madeBy: 'Made with Crossread, on one computer; nothing of it was sent anywhere.',
};

/** What the fields of an article are called. @type {Record<string, string>} */
export const fields = {
  title: 'Headline',
  published: 'Day of publication',
  dek: 'Standfirst',
  authors: 'Authors, with semicolons between them',
  outlet: 'Outlet',
  agency: 'Agency',
  place: 'Place of the dateline',
  url: 'Address',
};

/** How an article gives what the fullest version has. @type {Record<string, string>} */
export const renderings = {
  verbatim: 'Word for word',
  'punctuation-only': 'Other punctuation',
  trimmed: 'Trimmed',
  extended: 'Extended',
  altered: 'Altered inside the marks',
  fragment: 'A fragment',
  unquoted: 'Without quotation marks',
  paraphrased: 'Paraphrased',
  merged: 'Merged',
  split: 'Split',
  're-attributed': 'Given to another speaker',
  'only-here': 'Only here',
};

/** What a verb of saying says about the words. @type {Record<string, string>} */
export const speech = {
  claim: 'as a claim',
  denial: 'as a denial',
  admission: 'as an admission',
  promise: 'as a promise',
  accusation: 'as an accusation',
  demand: 'as a demand',
  warning: 'as a warning',
  question: 'as a question',
  belief: 'as a belief',
};

/** How two articles are related. @type {Record<string, (a: string, b: string) => string>} */
export const kinship = {
  'same-text': () => 'the same text.',
  'a-from-b': (a, b) => `${a} takes from ${b}.`,
  'b-from-a': (a, b) => `${b} takes from ${a}.`,
  'shared-source': () => 'both from one source.',
  'related-topic': () => 'one topic, no shared text to speak of.',
  unrelated: () => 'unrelated.',
  'cannot-tell': () => 'shared text; which was first cannot be told.',
};

/** What a note is about. @type {Record<string, string>} */
export const notes = {
  furniture: 'Page furniture',
  caption: 'Caption',
  date: 'Date',
  encoding: 'Encoding',
  origin: 'Where the text is from',
  language: 'Language',
  quote: 'Quotation marks',
  limit: 'Limit',
};
