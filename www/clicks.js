// One listener for all clicks, so that what is drawn anew needs no wiring.

import { seen } from './aside.js';
import { find } from './dom.js';
import { addressOf } from './links.js';
import { markdown } from './markdown.js';
import { followPalette } from './opening.js';
import { layerOf, ordered } from './proposal.js';
import { currentKey, goTo, reveal, stand, stepBy } from './stepping.js';
import { texts } from './texts.js';
import { offerAll } from './views/takeable.js';

/** @typedef {import('./types/page').ViewName} ViewName */

/** What more.js does, by the names of attributes and of commands. */
const LATER = /** @type {const} */ (['link', 'unlink', 'unsaid', 'split', 'unname', 'correct', 'accept', 'takeback', 'asread', 'mode', 'picture']);
const COMMANDS = /** @type {const} */ (['report', 'project', 'bare', 'json', 'spreadsheet', 'tables', 'forget']);

/**
 * @param {import('./store.js').Store} store
 * @param {import('./actions.js').Actions} actions
 * @param {import('./needed.js').Needed} needed
 */
export function followClicks(store, actions, needed) {
  const later = LATER.map((name) => [name, async (/** @type {string} */ value, /** @type {Element} */ element) => (await needed())?.[name](value, element)]);
  /** @type {Record<string, (value: string, element: Element) => void>} */
  const table = {
    view: (view) => actions.view(/** @type {ViewName} */ (view)),
    layer: (layer) => {
      const wanted = /** @type {import('./types/page').Layer} */ (layer);
      actions.set({ layer: store.state.layer === wanted ? 'none' : wanted });
    },
    remove: actions.remove,
    dismiss: (id) => actions.dismiss(Number(id)),
    go: (id) => reveal(store.state.view, id),
    article: (index) => actions.show({ article: Number(index) }),
    spot: (place) => {
      const [id, block] = place.split(' ');
      const article = (store.state.overview?.articles ?? []).findIndex((one) => one.id === id);
      actions.show({ view: 'read', layer: layerOf('read'), article, spot: Number(block) });
    },
    beside: (ids) => {
      const [a = 0, b = 1] = ids.split(' ').map((id) => (store.state.overview?.articles ?? []).findIndex((one) => one.id === id));
      actions.show({ view: 'side', layer: layerOf('side'), pair: ordered(a, b) });
    },
    speaker: (index) => actions.set({ speaker: store.state.speaker === Number(index) ? null : Number(index) }),
    said: (said) => actions.set({ said }),
    ...Object.fromEntries(later),
    seen: (id) => actions.mark(id, 'seen'),
    wrong: (id) => actions.mark(id, 'wrong'),
    kind: (kind) => actions.set({ kind: kind || null }),
    choose: (entity, element) => {
      const { overview, layer, aside } = store.state;
      // A name in the text can be clicked only while names are marked there.
      if (!overview || (element.matches('mark') && layer !== 'names')) return;
      if (store.state.view !== 'names') actions.view('names');
      goTo(actions, seen(overview, aside, entity), entity, 0);
    },
    copy: (id) => void actions.copy(id),
    step: (by) => stepBy(store, actions, by === '1' ? 1 : -1),
    reveal: (id) => {
      const row = find(`.finding[data-row="${id}"]`);
      row.classList.add('revealed');
      stand(row);
    },
    close: (id) => setTimeout(() => /** @type {HTMLDialogElement} */ (find(`#${id}`)).close()),
    do: (name) => commands[name]?.(),
  };

  /** @type {Record<string, () => void>} */
  const commands = {
    undo: actions.undo,
    redo: actions.redo,
    clear: actions.clear,
    cancel: actions.cancel,
    second: () => find('#open-files').click(),
    aside: () => {
      const { aside, overview, entity } = store.state;
      actions.set({ aside: !aside, said: '' });
      if (overview && entity) goTo(actions, seen(overview, !aside, entity), entity, 0);
    },
    // A window has all of the page styled anew: in a task of its own.
    help: () => {
      setTimeout(() => /** @type {HTMLDialogElement} */ (find('#help-dialog')).showModal());
      void needed();
    },
    take: () => setTimeout(offerAll),
    dismiss: () => actions.set({ failures: [] }),
    hush: () => actions.set({ toast: null }),
    ...Object.fromEntries(COMMANDS.map((name) => [name, async () => (await needed())?.[name]()])),
    palette: followPalette(needed),
    correcting: () => void actions.correcting(!store.state.correcting),
    link: () => void actions.clip(addressOf(store.state, currentKey(store.state)), texts.copiedLink),
    changes: () => actions.set({ onlyChanges: !store.state.onlyChanges }),
    markdown: () => void actions.clip(store.state.overview ? markdown(store.state.overview) : '', texts.copiedMarkdown),
    print: () => print(),
  };

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    // Whoever goes on has read it. One that says what to choose next stays until that is chosen.
    if (store.state.toast && !store.state.linking && !event.target.closest('#toast')) actions.set({ toast: null });
    for (const [name, act] of Object.entries(table)) {
      const element = event.target.closest(`[data-${name}]:is(button, a, mark, [data-click])`);
      if (!element) continue;
      // What looks like a link to a place is followed here; the address stays as it is.
      if (element.matches('a')) event.preventDefault();
      return act(element.getAttribute(`data-${name}`) ?? '', element);
    }
  });

  /** The view to go back to when nothing is searched for any more. @type {ViewName} */
  let before = 'read';
  find('#search').addEventListener('input', ({ target }) => {
    const query = /** @type {HTMLInputElement} */ (target).value;
    const { view } = store.state;
    if (view !== 'found') before = view;
    actions.show({ query, view: query ? 'found' : before });
  });

  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.dataset.facet) {
      actions.set({ facets: { ...store.state.facets, [target.dataset.facet]: target.value } });
    }
    if (target instanceof HTMLTextAreaElement) {
      const { value, dataset: { note } } = target;
      // Once the focus is where it goes: what is drawn anew takes it along.
      if (note) setTimeout(() => actions.annotate(note, value.trim()));
    }
    if (!(target instanceof HTMLSelectElement) || !target.dataset.pick) return;
    const [a, b] = store.state.pair;
    const index = Number(target.value);
    if (target.dataset.pick === 'article') return actions.show({ article: index });
    actions.show({ pair: ordered(index, target.dataset.pick === 'a' ? b : a) });
  });
}
