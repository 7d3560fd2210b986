// What is loaded when it is first needed, as one file: views that not everybody opens, corrections, the palette, the
// help, what people take with them, what others send, and the page's copy on this computer. needed.js loads it.

// What the page has loaded is all there for this, so it is bundled once (src/xtask/src/site).
import './main.js';

import { createCorrections } from './correcting.js';
import { find } from './dom.js';
import { saveJson, saveProject, saveTables } from './exports.js';
import { forgetAll } from './forgetting.js';
import { acceptMessages } from './intake/message.js';
import { toggleMode } from './modes.js';
import { createPalette } from './palette.js';
import { saveReport } from './paper.js';
import { savePicture, traced } from './pictures.js';
import { carried } from './project.js';
import { openProject } from './resuming.js';
import { acceptHanded, followVersions } from './versions.js';
import { fillHelp, fillReceipt } from './views/help.js';
import { texts } from './words.js';
import { found } from './views/found.js';
import { inline } from './views/inline.js';
import { many } from './views/many.js';
import { names } from './views/names.js';
import { notes } from './views/notes.js';
import { quotes } from './views/quotes.js';
import { read } from './views/read.js';
import { side } from './views/side.js';
import { timeline } from './views/timeline.js';

export { correctBlock, correctLink, correctName, correctSpeaker, offered } from './views/correct.js';

/** Views by their names. */
export const views = { found, inline, many, names, notes, quotes, read, side, timeline };

/** Lays out once what the first result shows: fonts that nothing had yet are looked up before anybody waits for them. */
function warmUp() {
  const result = find('#result');
  if (!result.hidden) return;
  result.hidden = false;
  result.getBoundingClientRect();
  result.hidden = true;
}

/**
 * What the controls do that were not needed before, once for a page.
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 * @param {import('./engine.js').Engine} engine
 */
export function begin(store, actions, engine) {
  fillHelp();
  warmUp();
  acceptMessages(actions.open);
  void acceptHanded(actions.open, actions.fail);
  void followVersions(engine, () => carried(store.state, engine));
  /** Hands a file over and says so: a browser may show nothing. @param {() => unknown} hand */
  const told = (hand) => async () => {
    await hand();
    store.set({ toast: { text: texts.handedOver, undo: false } });
  };
  return {
    ...createCorrections(store, actions),
    openProject,
    fillPalette: createPalette(store, actions).fill,
    fillReceipt: () => fillReceipt(engine),
    mode: toggleMode,
    picture: (/** @type {string} */ words, /** @type {Element} */ element) => {
      const [kind = '', name = ''] = words.split(' ');
      const figure = element.closest('figure');
      if (!figure) return;
      const svg = figure.querySelector('svg[role]');
      if (svg instanceof SVGSVGElement) return void savePicture(svg, kind, name);
      const made = traced(figure);
      figure.append(made);
      void savePicture(made, kind, name);
      made.remove();
    },
    report: told(() => saveReport(store.state, engine)),
    project: told(() => saveProject(store.state, engine, true)),
    bare: told(() => saveProject(store.state, engine, false)),
    json: told(() => saveJson(engine, store.state.failures)),
    spreadsheet: told(() => saveTables(engine, true)),
    tables: told(() => saveTables(engine, false)),
    forget: () => forgetAll(),
  };
}
