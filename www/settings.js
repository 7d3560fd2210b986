// The two settings: colours and keys. They may be kept, because they say nothing about what was opened.

import { find } from './dom.js';

/** @param {string} name @param {string} value */
function remember(name, value) {
  try {
    localStorage.setItem(`crossread.${name}`, value);
  } catch {
    // Storage may be forbidden; then the choice holds until the page is left.
  }
}

/** @param {string} name */
function recall(name) {
  try {
    return localStorage.getItem(`crossread.${name}`);
  } catch {
    return null;
  }
}

export const settings = { keys: recall('keys') !== 'off' };

/** Puts the settings into their fields and follows them. */
export function followSettings() {
  const theme = recall('theme') ?? 'system';
  for (const radio of document.querySelectorAll('input[name="theme"]')) {
    const input = /** @type {HTMLInputElement} */ (radio);
    input.checked = input.value === theme;
    input.addEventListener('change', () => {
      if (input.value === 'system') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = input.value;
      remember('theme', input.value);
    });
  }
  const box = /** @type {HTMLInputElement} */ (find('#keys-on'));
  box.checked = settings.keys;
  box.addEventListener('change', () => {
    settings.keys = box.checked;
    remember('keys', box.checked ? 'on' : 'off');
  });
}
