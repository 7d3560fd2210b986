// What stays when a place is drawn anew: the focus, where reading stands, what was unfolded and revealed.

import { find } from './dom.js';
import { isKept, patch } from './patch.js';

/** What people reach with the Tab key. */
const CONTROLS = 'a[href], button:not(:disabled), input, select, textarea, summary';

/** What tells a row where reading stands, and one that was guessed at. */
const SIGNS = ['current', 'revealed'];

/** The controls, shown or not: asked whether it is shown, each would be laid out. @param {Element} place */
const controls = (place) => /** @type {HTMLElement[]} */ ([...place.querySelectorAll(CONTROLS)]);

/** The same element in what is drawn anew. @param {HTMLElement} element */
function sameAs({ dataset: { focus, row } }) {
  if (focus) return `[data-focus="${CSS.escape(focus)}"]`;
  return row ? `[data-row="${CSS.escape(row)}"]` : null;
}

/** Gives an element the focus, where it can have it. @param {HTMLElement | null | undefined} element */
function focus(element) {
  element?.focus({ preventScroll: true });
  return element !== null && element === document.activeElement;
}

/**
 * Puts new content in place. A control that is gone leaves the focus to the one that stands where it stood.
 * @param {HTMLElement} place
 * @param {DocumentFragment} content
 */
export function replace(place, content) {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && active !== place && place.contains(active) ? active : null;
  const same = focused && sameAs(focused);
  // Of many controls each is asked for only where the focus has to go elsewhere.
  const stays = !focused || isKept(focused, content) || (same !== null && content.querySelector(same) !== null);
  const at = stays ? -1 : controls(place).indexOf(/** @type {HTMLElement} */ (focused));
  const marked = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(`${SIGNS.map((sign) => `.${sign}[data-row]`)}, details[open] > summary[data-focus]`)]);
  const signs = SIGNS.flatMap((sign) => marked.filter((one) => one.matches(`.${sign}`)).map((one) => ({ sign, row: sameAs(one) })));
  const open = marked.filter((one) => one.matches('summary')).map(sameAs);
  // What is said twice is to be heard twice.
  if (place.matches('[role=status], [role=alert]')) place.replaceChildren(content);
  else patch(place, content);
  for (const { sign, row } of signs) {
    const again = row && find(row, place);
    if (!again) continue;
    again.classList.add(sign);
    again.tabIndex = -1;
  }
  for (const summary of open) {
    const details = summary ? find(summary, place)?.parentElement : null;
    details?.setAttribute('open', '');
    // What is made when it is unfolded may have had the focus.
    details?.dispatchEvent(new Event('toggle'));
  }
  if (!focused || focused === document.activeElement || (same && focus(find(same, place)))) return;
  const others = controls(place);
  const isShown = (/** @type {HTMLElement} */ one) => one.checkVisibility();
  focus(others.slice(Math.max(at, 0)).find(isShown) ?? others.slice(0, Math.max(at, 0)).reverse().find(isShown));
}

/**
 * Where what had the focus is gone for good, it goes to what is read now. Asked when a frame lays all out, since asking
 * earlier has it laid out twice.
 * @param {Element | null} before
 */
export function settle(before) {
  if (!before || before === document.body) return;
  requestAnimationFrame(() => {
    const now = document.activeElement;
    const isLost = !now || now === document.body || now.matches(':disabled') || !now.checkVisibility();
    if (isLost && !focus(find('#result:not([hidden]) [role=tabpanel]:not([hidden])'))) focus(find('#main'));
  });
}

/** Forgets which rows were read or revealed. */
export function forgetSigns() {
  for (const sign of SIGNS) for (const one of document.querySelectorAll(`.${sign}[data-row]`)) one.classList.remove(sign);
}
