// Draws what changed: each place of the page is made anew only when what it shows is another value.

import { find } from './dom.js';
import { whenFree } from './pressing.js';
import { forgetSigns, replace, settle } from './staying.js';
import { cards, size } from './views/cards.js';
import { ledger } from './views/ledger.js';
import { awaited, failures, fillProgress, progress, toast } from './views/messages.js';
import { followTabs } from './views/tabs.js';
import { verdict } from './views/verdict.js';
import { texts } from './texts.js';
import { allow, begin, hold, nextFrame } from './turns.js';

/** @typedef {import('./types/page').State} State */
/** @typedef {{ at: string, needs: (state: State) => unknown[], draw: (state: State) => DocumentFragment, about?: (state: State) => unknown, view?: State['view'] }} Place */

/** A place that is drawn only while its view is shown. @param {import('./types/page').ViewName} view @param {Omit<Place, 'at'>} place @returns {Place} */
const panel = (view, place) => ({
  view,
  at: `[data-panel="${view}"]`,
  needs: (state) => (state.view === view ? place.needs(state) : [null]),
  about: (state) => (state.view === view ? (place.about?.(state) ?? state.sources) : null),
  draw: (state) => (state.view === view ? place.draw(state) : document.createDocumentFragment()),
});

/** The same for a view that is loaded when it is first looked at. @param {keyof typeof import('./more.js').views} view @param {(state: State) => unknown[]} needs @param {Place['about']} [about] */
const late = (view, needs, about) =>
  panel(view, {
    about,
    needs: (state) => [state.more, ...needs(state)],
    draw: (state) => state.more?.views[view](state) ?? document.createDocumentFragment(),
  });

/** @param {State} state */
const pairOf = ({ pairView }) => `${pairView?.a} ${pairView?.b}`;

/** @type {Place[]} */
const PLACES = [
  { at: '#awaited', needs: (s) => [s.target, s.sources], draw: awaited },
  { at: '#all-names', needs: (s) => [s.overview?.entities, s.correcting], draw: (s) => s.more?.offered(s) ?? document.createDocumentFragment() },
  { at: '#failures', needs: (s) => [s.failures], draw: (s) => failures(s.failures) },
  { at: '#progress', needs: (s) => [s.progress !== null], draw: (s) => progress(s.progress !== null) },
  { at: '#toast', needs: (s) => [s.toast], draw: (s) => toast(s.toast) },
  { at: '#cards', needs: (s) => [s.overview?.articles], draw: (s) => cards(s.overview) },
  { at: '#verdict', needs: (s) => [s.overview], draw: (s) => verdict(s.overview) },
  panel('ledger', { needs: (s) => [s.overview, s.kind, s.reviews], draw: ledger, about: (s) => s.kind }),
  late('side', (s) => [s.overview, s.pairView, s.correcting, s.linking], pairOf),
  late('inline', (s) => [s.overview, s.pairView], pairOf),
  late('read', (s) => [s.overview, s.articleView, s.spot, s.correcting], (s) => s.articleView?.id),
  late('names', (s) => [s.overview, s.articleView, s.entity, s.mention, s.correcting, s.aside]),
  late('quotes', (s) => [s.overview, s.quotesView, s.speaker, s.said, s.correcting, s.aside]),
  late('timeline', (s) => [s.overview, s.timeline, s.aside]),
  late('many', (s) => [s.overview, s.many]),
  late('found', (s) => [s.overview, s.texts, s.query, s.facets], (s) => s.query),
  late('notes', (s) => [s.overview, s.decisions]),
];

/** @param {State} state */
const phase = (state) => (state.progress ? 'reading' : state.sources.length > 0 ? 'ready' : 'empty');

/** @param {import('./store.js').Store} store */
export function paintFrom(store) {
  /** @type {Map<Place, unknown[]>} */
  const drawn = new Map();
  /** What each place tells of: drawn anew about the same, it is to be as long as it was. @type {Map<Place, unknown>} */
  const shown = new Map();
  let was = '';
  let opening = false;
  /** @type {State['sources'] | undefined} */
  let sources;
  store.subscribe(paint);

  /** @param {State} state */
  function paint(state) {
    // Rows of other articles have the same numbers and are not the same rows.
    if (state.sources !== sources) forgetSigns();
    sources = state.sources;
    const before = document.activeElement;
    followTabs(state);
    begin();
    // The first result lays out the whole window anew: its cards first, what was found after a frame.
    if (find('#result').hidden && state.overview) {
      opening = true;
      nextFrame(() => {
        opening = false;
        paint(store.state);
      });
    }
    for (const place of PLACES) {
      if (opening && place.view) continue;
      const needs = place.needs(state);
      if (drawn.get(place)?.every((value, i) => value === needs[i]) && drawn.get(place)?.length === needs.length) continue;
      drawn.set(place, needs);
      const at = find(place.at);
      const about = place.about?.(state);
      if (about === shown.get(place)) allow(at);
      shown.set(place, about);
      replace(at, place.draw(state));
      requestAnimationFrame(() => whenFree(() => find('mark.current, .spot', at)?.scrollIntoView({ block: 'center' })));
    }
    fillProgress(state.progress);
    for (const [name, is] of Object.entries(size(state.overview?.articles.length ?? 0))) find('#cards').toggleAttribute(name, is);
    find('#result').hidden = state.overview === null;
    hold(state.overview ? !find('#panels > :not([hidden])').hasChildNodes() : state.progress !== null);
    /** @type {HTMLButtonElement} */ (find('#undo')).disabled = state.past.length === 0;
    /** @type {HTMLButtonElement} */ (find('#redo')).disabled = state.future.length === 0;
    // From the first file on the page is laid out for articles, so that nothing moves when they are there.
    document.body.dataset.articles = state.overview ? String(Math.min(2, state.sources.length)) : state.progress ? '' : '0';
    const now = phase(state);
    document.body.dataset.state = now;
    if (now !== was) find('#live').textContent = now === 'ready' ? texts.ready(state.sources.length) : '';
    was = now;
    settle(before);
  }
}
