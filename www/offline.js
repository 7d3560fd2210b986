// What the address says about how the page was opened: after everything was forgotten, or with files on their way.

/** Nothing is stored again before the page is opened anew. */
export const FORGOTTEN = '#forgotten';

/** Files are waiting for the page. */
export const HANDED = '#handed=';

/** Whether the page was just started anew after everything was forgotten. */
export const isForgotten = () => location.hash === FORGOTTEN;

/** Whether somebody sends files: another page, another app, or this page before it was reloaded. */
export const isSentFiles = () => Boolean(window.opener) || location.hash.startsWith(HANDED);
