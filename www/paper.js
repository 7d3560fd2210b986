// The report as one HTML file that needs nothing else: the same views, without what can be pressed.

import { el, fragment } from './dom.js';
import { hand } from './saving.js';
import { seek } from './long.js';
import { texts } from './words.js';
import { cards } from './views/cards.js';
import { ledger } from './views/ledger.js';
import { names } from './views/names.js';
import { notes } from './views/notes.js';
import { quotes } from './views/quotes.js';
import { side } from './views/side.js';
import { timeline } from './views/timeline.js';
import { verdict } from './views/verdict.js';

/** @typedef {import('./types/page').State} State */

/** What makes no sense in a file. */
const PRESSED = '.filters, .choice, .switcher, .steps, .remove, .mend, .reveal, .correct, .take-picture, .names-text, [data-accept], [data-copy], [data-seen], [data-wrong], [data-view], .said > .nothing';

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

/** Takes away what can be pressed and leaves what it says. @param {HTMLElement} root */
function still(root) {
  seek(root, () => null);
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
  const views = /** @type {Partial<State>} */ ({
    overview: { ...overview, changes: own(overview.changes), entities: own(overview.entities) },
    kind: null,
    speaker: null,
    said: '',
    entity: null,
    correcting: false,
    quotesView: await engine.view('quotes'),
    timeline: await engine.view('timeline'),
    pair: a === undefined || b === undefined ? state.pair : [a, b],
    pairView: a === undefined || b === undefined ? null : await engine.pair(a, b),
  });
  const whole = { ...state, ...views };
  /** @param {string} name @param {string} title @param {DocumentFragment} content */
  const part = (name, title, content) => el('section', { 'data-panel': name }, el('h2', {}, title), content);
  const { pairView } = whole;
  const body = still(
    el(
      'main',
      { id: 'main' },
      el('header', {}, el('h1', {}, overview.verdict.headline)),
      el('div', { id: 'cards' }, cards(overview)),
      el('div', { id: 'verdict' }, verdict(overview)),
      el(
        'div',
        { id: 'panels', 'data-layer': 'changes' },
        part('ledger', texts.ledger, ledger(whole)),
        pairView ? part('side', `${texts.side}: ${pairView.a}, ${pairView.b}`, side(whole)) : fragment(),
        part('quotes', texts.quotes, quotes(whole)),
        part('timeline', texts.timeline, timeline(whole)),
        part('names', texts.names, names(whole)),
        part('notes', texts.notes, notes(whole)),
      ),
      el('footer', {}, el('p', { class: 'also' }, texts.madeBy)),
    ),
  );
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, overview.verdict.headline),
    el('style', {}, styles()),
  );
  const page = el('html', {}, head, el('body', {}, body));
  hand('crossread.html', new Blob(['<!doctype html>\n<html lang="en" class="paper">', page.getHTML(), '</html>\n'], { type: 'text/html' }));
}
