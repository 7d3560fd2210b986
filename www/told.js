// A correction in words.

import { day } from './format.js';
import { blocks, labels } from './labels.js';
import { fields } from './terms.js';
import { texts } from './words.js';

/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').ArticleKey} ArticleKey */
/** @typedef {import('./types/report').Overview} Overview */

/** The article's letter, or what its file is known by where it is not open. @param {ArticleKey} key @param {Overview} overview */
const letter = (key, overview) =>
  overview.articles.find((one) => one.sha256 === key.sha256 && one.number === key.number)?.id ?? `${key.sha256.slice(0, 8)}…`;

/** What was decided, as a sentence without its full stop. @param {Decision} one @param {Overview} overview */
export function told(one, overview) {
  switch (one.do) {
    case 'field':
      return texts.fieldIs(fields[one.field] ?? one.field, letter(one.article, overview), one.value);
    case 'published':
      return texts.fieldIs(fields.published ?? '', letter(one.article, overview), one.value && day(one.value));
    case 'block':
      return texts.blockIs(one.block + 1, letter(one.article, overview), blocks[one.kind] ?? one.kind);
    case 'label':
      return one.label ? texts.labelIs(one.thing.names[0] ?? '', labels[one.label]?.[1] ?? one.label) : texts.isNoName(one.thing.names[0] ?? '');
    case 'merge':
      return texts.areOne(one.thing.names[0] ?? '', one.with.names[0] ?? '');
    case 'split':
      return texts.isOther(one.form, one.thing.names[0] ?? '');
    case 'rename':
      return texts.isCalled(one.thing.names[0] ?? '', one.name);
    case 'speaker':
      return texts.saidBy(letter(one.place.article, overview), one.place.block + 1, one.thing?.names[0] ?? null);
    case 'link':
      return texts.linkIs(letter(one.a.article, overview), one.a.block + 1, letter(one.b.article, overview), one.b.block + 1, one.linked);
  }
}
