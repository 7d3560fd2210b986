// The report as one HTML file that needs nothing else: the same views, without what can be pressed.

import { el } from './dom.js';
import { begin, drawNow } from './turns.js';
import { hand, rest } from './saving.js';
import { texts } from './words.js';
import { cards, size } from './views/cards.js';
import { ledger } from './views/ledger.js';
import { names } from './views/names.js';
import { notes } from './views/notes.js';
import { quotes } from './views/quotes.js';
import { side } from './views/side.js';
import { timeline } from './views/timeline.js';
import { verdict } from './views/verdict.js';

/** @typedef {import('./types/page').State} State */

/** What makes no sense in a file. */
const PRESSED = '.filters, .choice, .switcher, .steps, .remove, .second, [data-do], .mend, .reveal, .correct, .take-picture, .names-text, [data-accept], [data-copy], [data-seen], [data-wrong], [data-view], .said > .nothing';

/** Only what the file itself holds is allowed in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** All rules of the page; those for paper only on paper. */
function styles() {
  const sheets = [...document.styleSheets].map((sheet) => {
    const rules = [...sheet.cssRules].map((rule) => rule.cssText).join('\n');
    return sheet.media.length > 0 ? `@media ${sheet.media.mediaText} {\n${rules}\n}` : rules;
  });
  return sheets.join('\n');
}

/** So many of a list are made at a stretch. */
const PIECE = 20;

/** Takes away what can be pressed and leaves what it says. @param {HTMLElement} root */
async function still(root) {
  while (drawNow(root, PIECE)) await rest();
  for (const one of root.querySelectorAll(PRESSED)) one.remove();
  for (const field of root.querySelectorAll('textarea')) field.replaceWith(field.textContent ? el('p', {}, field.textContent) : '');
  for (const one of root.querySelectorAll('details.why:not([open])')) one.remove();
  for (const button of root.querySelectorAll('button, a')) {
    const span = el('span', { class: button.className });
    span.append(...button.childNodes);
    button.replaceWith(span);
  }
  for (const one of root.querySelectorAll('[tabindex], [data-click]')) ['tabindex', 'data-click'].forEach((name) => one.removeAttribute(name));
  for (const one of root.querySelectorAll('details')) one.open = true;
  return root;
}

/**
 * @param {State} state
 * @param {import('./engine.js').Engine} engine
 */
export async function saveReport(state, engine) {
  const { overview } = state;
  if (!overview) return;
  const [a, b] = (overview.verdict.pair ?? []).map((id) => overview.articles.findIndex((card) => card.id === id));
  /** Things of its own: of those that the page shows, what is on the page would be taken. @template {object} T @param {readonly T[]} list */
  const own = (list) => list.map((one) => ({ ...one }));
  const said = /** @type {import('./types/report').QuotesView} */ (await engine.view('quotes'));
  const views = /** @type {Partial<State>} */ ({
    overview: { ...overview, articles: own(overview.articles), changes: own(overview.changes), entities: own(overview.entities) },
    kind: null,
    speaker: null,
    said: '',
    entity: null,
    correcting: false,
    quotesView: { ...said, speakers: own(said.speakers), utterances: own(said.utterances) },
    timeline: await engine.view('timeline'),
    pair: a === undefined || b === undefined ? state.pair : [a, b],
    pairView: a === undefined || b === undefined ? null : await engine.pair(a, b),
  });
  const whole = { ...state, ...views };
  const { pairView } = whole;
  /** @type {(false | [string, string, (state: State) => DocumentFragment])[]} */
  const parts = [
    ['ledger', texts.ledger, ledger],
    pairView !== null && ['side', `${texts.side}: ${pairView.a}, ${pairView.b}`, side],
    ['quotes', texts.quotes, quotes],
    ['timeline', texts.timeline, timeline],
    ['names', texts.names, names],
    ['notes', texts.notes, notes],
  ];
  /** Written part by part: all of it takes long. @type {string[]} */
  const written = [];
  const write = (/** @type {HTMLElement[]} */ ...made) => written.push(el('div', {}, ...made).getHTML());
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, overview.verdict.headline),
    el('style', {}, styles()),
  );
  write(head);
  await rest();
  written.push('<main id="main">');
  write(el('header', {}, el('h1', {}, overview.verdict.headline)), await still(el('div', { id: 'cards', ...size(overview.articles.length) }, cards(whole.overview))));
  write(await still(el('div', { id: 'verdict' }, verdict(overview))));
  written.push('<div id="panels" data-layer="changes">');
  for (const part of parts) {
    if (!part) continue;
    const [name, title, draw] = part;
    await rest();
    begin();
    const section = await still(el('section', { 'data-panel': name }, el('h2', {}, title), draw(whole)));
    await rest();
    write(section);
  }
  written.push('</div>');
  write(el('footer', {}, el('p', { class: 'also' }, texts.madeBy)));
  hand('crossread.html', new Blob(['<!doctype html>\n<html lang="en" class="paper">', ...written, '</main></html>\n'], { type: 'text/html' }));
}
