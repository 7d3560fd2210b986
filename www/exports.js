// What people take with them: the report, its tables, the findings as text.

import { csv, tables, zip } from './tables.js';
import { kinds } from './labels.js';
import { texts } from './texts.js';

/** @typedef {import('./types/report').Overview} Overview */

/** Hands a file over to be saved. @param {string} name @param {Blob} blob */
export function hand(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** @typedef {readonly import('./types/page').Failed[]} Failures */

/** The report as the command line prints it. @param {import('./engine.js').Engine} engine @param {Failures} failures */
export async function saveJson(engine, failures) {
  hand('crossread.json', new Blob([await engine.json(failures)], { type: 'application/json' }));
}

/** All tables in one archive, for a spreadsheet or for scripts. @param {import('./engine.js').Engine} engine @param {boolean} spreadsheet */
export async function saveTables(engine, spreadsheet) {
  const all = tables(JSON.parse(await engine.json([])));
  const files = all.map((table) => ({ name: `${table.name}.csv`, text: csv(table, spreadsheet) }));
  hand(spreadsheet ? 'crossread-spreadsheet.zip' : 'crossread-tables.zip', zip(files));
}

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
