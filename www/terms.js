// What the report's codes are called in what is loaded when it is needed (more.js); labels.js has the others.

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
  wording: 'In other words',
  around: 'The words around it',
  again: 'Also in other words',
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
