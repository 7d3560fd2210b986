// What is made when reading comes near it.

import { el } from './dom.js';

/** How each place is filled. @type {WeakMap<Element, () => HTMLElement>} */
const builds = new WeakMap();

const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const made = builds.get(target)?.();
      if (made) target.replaceWith(made);
    }
  },
  { rootMargin: '400px' },
);

/** A place for an element that is made when reading comes near it. @param {string} name of its class @param {() => HTMLElement} build */
export function whenNear(name, build) {
  const place = el('div', { class: name, 'data-near': true });
  builds.set(place, build);
  near.observe(place);
  return place;
}
