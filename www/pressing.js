// While a control is pressed nothing is drawn and nothing scrolls: what is let go is what was pressed.

let pressed = false;

/** What is to be done once it is let go, in order. @type {(() => void)[]} */
const waiting = [];

/** Does something now, or, while a control is pressed, once what letting it go does is done. @param {() => void} act */
export function whenFree(act) {
  if (pressed) waiting.push(act);
  else act();
}

/** The click comes in the same task as letting go. */
function free() {
  if (!pressed) return;
  pressed = false;
  setTimeout(() => {
    for (const act of waiting.splice(0)) whenFree(act);
  });
}

addEventListener(
  'pointerdown',
  ({ target, button }) => {
    free();
    pressed = button === 0 && target instanceof Element && target.closest('a, button, summary, mark, label') !== null;
    // A page on its way to another place would go on, and what is let go would be something else.
    if (pressed) scrollTo({ top: scrollY, behavior: 'instant' });
  },
  true,
);
for (const end of ['pointerup', 'pointercancel', 'dragend', 'keydown']) addEventListener(end, free, true);
// Of the window only: what is pressed takes the focus from another element.
addEventListener('blur', ({ target }) => target === window && free());
