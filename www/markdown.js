// The findings as text, for whoever writes on.

import { kinds } from './labels.js';
import { texts } from './texts.js';

/** @typedef {import('./types/report').Overview} Overview */

/** A character that Markdown would take for a mark. */
const MARKS = /[\\`*_[\]<>#|]/g;

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, ' ').replace(MARKS, '\\$&');

/** Articles, verdict and findings as Markdown. @param {Overview} overview */
export function markdown({ articles, verdict, changes }) {
  const heads = articles.map(({ id, title, opening, origin, date, file }) => {
    const about = [origin, date, file].filter(Boolean).map((one) => plain(String(one)));
    return `- **${id}** ${plain(title ?? opening)} (${about.join(', ')})`;
  });
  const findings = changes
    .filter(({ change }) => change.kind !== 'style')
    .map(({ change }) => `${change.rank}. **${kinds[change.kind] ?? change.kind}.** ${plain(change.summary)}`);
  const parts = [`# ${plain(verdict.headline)}`, plain(verdict.summary ?? ''), heads.join('\n'), `## ${texts.ledger}`, findings.join('\n')];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
