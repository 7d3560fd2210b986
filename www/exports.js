// What people take with them: the report, its tables, the work.

import { NAME, originsOf, written } from './project.js';
import { hand, rest } from './saving.js';
import { csv, tables, zip } from './tables.js';

/** @typedef {readonly import('./types/page').Failed[]} Failures */

/** The report as the command line prints it. @param {import('./engine.js').Engine} engine @param {Failures} failures */
export async function saveJson(engine, failures) {
  hand('crossread.json', new Blob([await engine.json(failures)], { type: 'application/json' }));
}

/** All tables in one archive, for a spreadsheet or for scripts. @param {import('./engine.js').Engine} engine @param {boolean} spreadsheet */
export async function saveTables(engine, spreadsheet) {
  const report = JSON.parse(await engine.json([]));
  await rest();
  const files = [];
  for (const table of tables(report)) {
    files.push({ name: `${table.name}.csv`, text: csv(table, spreadsheet) });
    await rest();
  }
  hand(spreadsheet ? 'crossread-spreadsheet.zip' : 'crossread-tables.zip', zip(files));
}

/** The work, to go on with later. @param {import('./types/page').State} state @param {import('./engine.js').Engine} engine @param {boolean} whole with the texts */
export async function saveProject(state, engine, whole) {
  hand(NAME, await written(state, whole ? originsOf(state, engine) : undefined));
}
