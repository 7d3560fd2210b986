// Runs before everything else, as a classic script: the one file that works where modules do not.
// It says why the page cannot start instead of leaving it blank.
(function () {
  'use strict';
  var kind = document.documentElement.dataset;
  var why = '';
  if (typeof WebAssembly !== 'object' || !('noModule' in document.createElement('script'))) {
    why = 'This browser cannot run WebAssembly modules. Please use a current Firefox, Chrome, Edge or Safari.';
  } else if ('alone' in kind && typeof DecompressionStream === 'undefined') {
    why = 'This browser is too old to unpack this page. Please use a current Firefox, Chrome, Edge or Safari.';
  } else if (location.protocol === 'file:' && 'service' in kind) {
    why = 'This page was opened as a file, and browsers do not load the parts of a page from files. ' +
      'Open “crossread.html” beside it: that is the whole page in one file.';
  } else if (location.protocol === 'file:' && !('alone' in kind)) {
    why = 'This page was opened as a file, and browsers do not load WebAssembly from files. ' +
      'Run “cargo xtask serve” in the project and open the address that it prints; ' +
      '“cargo xtask site” makes crossread.html, which is the page in one file and opens from anywhere.';
  }
  /** @param {string} text */
  function explain(text) {
    var place = document.getElementById('boot');
    if (!place) return;
    place.textContent = text;
    place.hidden = false;
    document.body.dataset.state = 'stopped';
  }
  document.addEventListener('DOMContentLoaded', function () {
    if (why) explain(why);
  });
  // A module that does not load fires an error event at its script element.
  window.addEventListener('error', function (event) {
    if (event.target instanceof HTMLScriptElement) {
      explain('A part of the page did not load. Reload it; if that does not help, look whether all its files are there.');
    }
  }, true);
  // The chosen theme is a setting, not content; it is set before the first paint so that nothing flashes.
  try {
    var theme = localStorage.getItem('crossread.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (_) {
    // Storage may be forbidden; then the system decides.
  }
})();
