// Small builders. Text only ever enters the page as text, so markup in an article stays text.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with attributes and children; an attribute that is null, undefined or false is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/**
 * The same for a drawing.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function draw(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    // Assistive technology wants its states spelled out, "false" as well as "true".
    const state = name.startsWith('aria-');
    if (value === null || value === undefined || (value === false && !state)) continue;
    element.setAttribute(name, value === true && !state ? '' : String(value));
  }
  element.append(...kept(children));
  return element;
}

/**
 * Children in a fragment.
 * @param {...Child} children
 */
export function fragment(...children) {
  const made = document.createDocumentFragment();
  made.append(...kept(children));
  return made;
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function kept(children) {
  return children.flatMap((child) => (child ? [child] : []));
}

/**
 * The first element of the template with this id, cloned.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function clone(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const copy = template.content.firstElementChild?.cloneNode(true);
  return /** @type {HTMLElement} */ (copy);
}

/**
 * The element that the page's own HTML is known to hold.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement}
 */
export function find(selector, root = document) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/**
 * Words for people who cannot see the marks. They are not selected when text is copied.
 * @param {string} words
 */
export function hidden(words) {
  return el('span', { class: 'vh' }, words);
}

/** Says above everything why the page does not work as it should. @param {string} text */
export function explain(text) {
  const place = find('#boot');
  place.textContent = `${text}.`;
  place.hidden = false;
}
