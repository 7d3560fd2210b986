// Corrections by the user: from a control in the page to a decision.

import { find } from './dom.js';
import { cardOf } from './decisions.js';
import { leave } from './leaving.js';
import { articleOf, keyOf, named, spotOf, thingOf } from './meant.js';
import { told } from './told.js';
import { texts } from './words.js';
import { changedFields, fillFields, refuse } from './views/correct.js';

/** @typedef {import('./types/page').Decision} Decision */
/** @typedef {import('./types/page').Thing} Thing */

/**
 * What the controls do, by the name of their attribute.
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 */
export function createCorrections(store, actions) {
  /** @param {Decision[]} more */
  const decide = (...more) => {
    const { overview } = store.state;
    const [first] = more;
    return overview && first ? actions.decide(more, told(first, overview)) : undefined;
  };
  const dialog = () => /** @type {HTMLDialogElement} */ (find('#correct-dialog'));
  const chosen = () => store.state.overview?.entities.find(({ entity }) => entity.id === store.state.entity)?.entity ?? null;

  /** @param {(thing: Thing) => Decision} what is decided about the chosen name */
  const ofChosen = (what) => {
    const entity = chosen();
    if (entity) decide(what(thingOf(entity)));
  };

  /** The thing that a typed name means; says so where there is none. @param {string} name @param {HTMLFormElement} form @returns {Thing | null} */
  function meant(name, form) {
    const found = store.state.overview && named(store.state.overview, name);
    if (!found) refuse(form, texts.unknownName(name));
    return found ? thingOf(found.entity) : null;
  }

  /** @param {string} id of an utterance @param {string | null} name @param {HTMLFormElement} [form] */
  function speaker(id, name, form) {
    const { overview, quotesView } = store.state;
    const one = quotesView?.utterances.find((utterance) => utterance.id === id);
    if (!overview || !one) return;
    const row = name === null ? null : named(overview, name);
    if (form && name !== null && !row) return refuse(form, texts.unknownName(name));
    // Who is not named in an article cannot be linked to its words.
    const at = (/** @type {string} */ article) => overview.articles.findIndex((card) => card.id === article);
    const here = one.renderings.filter(({ article }) => !row || (row.counts[at(article)] ?? 0) > 0);
    if (form && here.length === 0) return refuse(form, texts.notNamedThere(name ?? '', [...new Set(one.renderings.map(({ article }) => article))]));
    const places = here.flatMap(({ article, place }) => spotOf(overview, article, place) ?? []);
    decide(...places.map((place) => /** @type {const} */ ({ do: 'speaker', place, thing: row && thingOf(row.entity) })));
  }

  /** @param {string} value the row and the article of a sentence */
  function link(value) {
    const { overview, pairView, linking } = store.state;
    const [row = '', id = ''] = value.split(' ');
    const found = pairView?.rows.find((one) => one.id === row);
    const cell = [found?.a, found?.b].find((one) => one?.article === id);
    const place = overview && cell && spotOf(overview, id, cell.place);
    if (!place) return;
    if (!linking) return actions.set({ linking: { id, place }, toast: { text: texts.chooseOther, undo: false } });
    actions.set({ linking: null });
    decide({ do: 'link', a: linking.place, b: place, linked: true });
  }

  /** @param {string} row */
  function unlink(row) {
    const { overview, pairView } = store.state;
    const found = pairView?.rows.find((one) => one.id === row);
    if (!overview || !found?.a || !found.b) return;
    const [a, b] = [spotOf(overview, found.a.article, found.a.place), spotOf(overview, found.b.article, found.b.place)];
    if (a && b) decide({ do: 'link', a, b, linked: false });
  }

  /** What is asked for in a form. @type {Record<string, (value: string, form: HTMLFormElement) => void>} */
  const forms = {
    rename: (name) => name !== chosen()?.name && ofChosen((thing) => ({ do: 'rename', thing, name })),
    merge: (name, form) => {
      const entity = chosen();
      const other = meant(name, form);
      if (!entity || !other) return;
      if (other.label === entity.label && other.names[0] === entity.name) return refuse(form, texts.sameAlready);
      decide({ do: 'merge', thing: thingOf(entity), with: other });
    },
    speaker: (name, form) => speaker(form.dataset.of ?? '', name, form),
    fields: (_, form) => {
      const { overview } = store.state;
      const card = overview && cardOf(overview, form.dataset.of ?? '');
      if (card) leave(dialog(), decide(...changedFields(form, card)));
    },
  };

  /** What is chosen in a list. @type {Record<string, (value: string, select: HTMLSelectElement) => void>} */
  const choices = {
    label: (label) => ofChosen((thing) => ({ do: 'label', thing, label: label || null })),
    block: (kind, select) => {
      const [id = '', block] = (select.dataset.at ?? '').split(' ');
      const card = store.state.overview && cardOf(store.state.overview, id);
      if (card) decide({ do: 'block', article: keyOf(card), block: Number(block), kind });
    },
  };

  document.addEventListener('submit', (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const act = forms[form.dataset.form ?? ''];
    if (!act) return;
    event.preventDefault();
    const input = form.elements.namedItem('value');
    act(input instanceof HTMLInputElement ? input.value.trim() : '', form);
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) choices[target.dataset.decide ?? '']?.(target.value, target);
  });

  return {
    link,
    unlink,
    unsaid: (/** @type {string} */ id) => speaker(id, null),
    split: (/** @type {string} */ form) => ofChosen((thing) => ({ do: 'split', thing, form })),
    unname: () => ofChosen((thing) => ({ do: 'label', thing, label: null })),
    /** Opens the window with an article's fields. @param {string} id */
    correct: (id) => {
      const card = store.state.overview && cardOf(store.state.overview, id);
      if (!card) return;
      fillFields(card);
      setTimeout(() => dialog().showModal());
    },
    /** Takes a day that was inferred as the article's own. @param {string} id */
    accept: (id) => {
      const card = store.state.overview && cardOf(store.state.overview, id);
      if (card?.date) decide({ do: 'published', article: keyOf(card), value: card.date });
    },
    /** Takes one decision back, wherever it stands. @param {string} index */
    takeback: (index) => actions.forgo((_, at) => at !== Number(index)),
    /** Takes back what was decided about an article. @param {string} id */
    asread: (id) => {
      const card = store.state.overview && cardOf(store.state.overview, id);
      const own = (/** @type {Decision} */ one) => articleOf(one)?.sha256 === card?.sha256 && articleOf(one)?.number === card?.number;
      leave(dialog(), actions.forgo((one) => !own(one)));
    },
  };
}
