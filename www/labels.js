// What the report's codes are called on the page. Codes stay in the exports.

/** Labels of names: [in a list, on a chip]. @type {Record<string, [string, string]>} */
export const labels = {
  PERSON: ['People', 'person'],
  ANON_SOURCE: ['Unnamed sources', 'source'],
  ROLE: ['Roles', 'role'],
  ORG: ['Organisations', 'org'],
  MEDIA: ['News outlets', 'outlet'],
  GPE: ['Countries and cities', 'place'],
  LOC: ['Regions and waters', 'region'],
  FAC: ['Buildings and sites', 'site'],
  NORP: ['Nationalities and groups', 'group'],
  EVENT: ['Events', 'event'],
  PRODUCT: ['Products', 'product'],
  WORK_OF_ART: ['Titles of works', 'work'],
  LAW: ['Laws and treaties', 'law'],
  LANGUAGE: ['Languages', 'language'],
  DATE: ['Dates', 'date'],
  TIME: ['Times of day', 'time'],
  MONEY: ['Money', 'money'],
  PERCENT: ['Percentages', 'percent'],
  QUANTITY: ['Quantities', 'quantity'],
  ORDINAL: ['Ranks', 'rank'],
  CARDINAL: ['Counts', 'count'],
};

/** What the parts of an article are called. @type {Record<string, string>} */
export const blocks = {
  headline: 'Headline',
  dek: 'Standfirst',
  byline: 'Byline',
  date: 'Date',
  dateline: 'Dateline',
  caption: 'Caption',
  credit: 'Credit',
  subhead: 'Subhead',
  paragraph: 'Paragraph',
  list: 'List',
  quote: 'Quotation',
  note: 'Note',
  furniture: 'Page furniture',
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

/** Kinds of findings. @type {Record<string, string>} */
export const kinds = {
  caveat: 'Caveat',
  attribution: 'Attribution',
  quote: 'Quote',
  number: 'Number',
  name: 'Name',
  hedge: 'Certainty',
  statement: 'Statement',
  moved: 'Moved',
  wording: 'Wording',
  style: 'Style',
};

/** How sure a finding is. @type {Record<string, string>} */
export const confidence = { high: 'clear', medium: 'likely', low: 'possible' };

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

/** Keys and what they do, as the help shows them. */
export const keys = [
  ['1 2 3', 'Findings, side by side, inline'],
  ['5 6 7', 'Names, quotes, timeline'],
  ['8', 'Overview of many'],
  ['9 0', 'Read, notes'],
  ['4', 'Changes only, on and off'],
  ['n j', 'Next change or mention'],
  ['p k', 'Previous change or mention'],
  ['y', 'Copy the finding as a note'],
  ['x', 'The finding is reviewed'],
  ['r', 'Correct what was read'],
  ['m w t', 'Merge, rename, retype the chosen name'],
  ['[ ]', 'Previous, next article'],
  ['c e q d s', 'Mark changes, names, quotes, dates, shared words'],
  ['Ctrl+V', 'Open what was copied'],
  ['Ctrl+Z', 'Undo'],
  ['Ctrl+Shift+Z', 'Redo'],
  ['/', 'Search in all articles'],
  ['Ctrl+K', 'Commands, articles and names'],
  ['?', 'This help'],
  ['Esc', 'Close'],
];
