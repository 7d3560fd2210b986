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
