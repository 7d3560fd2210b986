// The words that stand in the page's HTML. `cargo xtask site` writes them into it and leaves this out of the script.

import { texts } from './texts.js';

const own = {
  skip: 'Skip to the articles',
  promise: 'See what changed between versions of a story.',
  lead: 'Open two or more articles. Crossread lines them up sentence by sentence and shows what was kept, cut, ' +
    'moved and reworded, and who and what they name.',
  drop: 'Drop articles or folders anywhere',
  dropNow: 'Let go to read them here',
  formats: 'Saved web pages, PDF, Word, OpenDocument, RTF, e-books, mails, feeds, tables, JSON, archives of them, plain text',
  openFiles: 'Open files',
  openFolder: 'Open folder',
  paste: 'Paste',
  example: 'Try an example',
  clearAll: 'Clear all',
  redo: 'Redo',
  help: 'Help: words, settings, keys',
  wordsMean: 'What the words mean',
  keysAre: 'Keys',
  close: 'Close',
  pasteTitle: 'Paste an article',
  pasteHint: 'The text is read as one article. Outside this window, Ctrl+V opens at once what you copied.',
  pasteOpen: 'Read it',
  pasteLabel: 'Text of the article',
  views: 'Views',
  layers: 'Mark in the text',
  inline: 'Inline',
  many: 'Overview',
  found: 'Found',
  search: 'Search in all articles; /…/ is a regular expression',
  searchHint: 'Search  /',
  changesLayer: 'Changes',
  namesLayer: 'Names',
  quotesLayer: 'Quotes',
  datesLayer: 'Dates',
  onlyChanges: 'Changes only',
  theme: 'Colours',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  keysOn: 'Keyboard shortcuts',
  private: 'Nothing you open leaves this computer: how to check',
  forget: 'Forget everything',
  forgetHint: 'Closes all articles and removes the settings and the stored copy of this page.',
  update: 'A new version is there. What is open will be opened again.',
  reload: 'Reload',
  oneFile: 'This page as one file',
  oneFileHint: 'to keep or to mail: it opens by a double click and needs no network.',
  receipt: 'Requests since this page was loaded',
  askHint: 'It is read here, as if you had dropped it. Nothing goes back but whether you opened it.',
  askOpen: 'Open',
  askRefuse: 'Do not open',
  save: 'Save',
  asRead: 'Back to what was read',
  palette: 'Commands, articles and names',
  commands: 'Commands',
  hint: 'Then: n for the next finding, 1 to 9 for the views, / to search, ? for all keys.',
  noCommand: 'Nothing is called that.',
  modes: 'For a class or a large screen',
  sharedLayer: 'Shared words',
  take: 'Save or share',
  forPeople: 'To read and to show',
  saveReport: 'Save report as a page',
  saveReportIs: 'One HTML file with all views. Opens anywhere, prints well.',
  copyMarkdown: 'Copy findings as Markdown',
  copyMarkdownIs: 'For a mail, a ticket or a wiki.',
  print: 'Print',
  printIs: 'The view that is open, on paper or as a PDF.',
  copyLink: 'Copy a link to this place',
  copyLinkIs: 'It holds no text: others drop the same files to see it.',
  forWork: 'To go on working',
  saveProject: 'Save project with texts',
  saveProjectIs: 'Articles, corrections and notes. Drop it here to go on.',
  saveBare: 'Save project without texts',
  saveBareIs: 'The same without the articles; it asks for their files.',
  forMachines: 'For machines',
  saveSpreadsheet: 'Tables for a spreadsheet',
  saveSpreadsheetIs: 'CSV files in a ZIP, safe to open in Excel.',
  saveTables: 'Tables for scripts',
  saveTablesIs: 'The same as plain CSV, for pandas or R.',
  saveJson: 'Save as JSON',
  saveJsonIs: 'All that was found, with offsets, after a published schema.',
  forEyes: 'Pictures, saved below each as SVG or PNG',
  sideIs: 'How two articles are woven together.',
  quotesIs: 'Who speaks how much in which article.',
  timelineIs: 'Which article speaks of which day.',
  manyIs: 'How the articles of a story are related.',
};

/** All words that the HTML may name. */
export const standing = () => ({ ...texts, ...own });

/** Puts the words into the page's HTML. */
export function label() {
  /** @type {Record<string, unknown>} */
  const words = standing();
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = String(words[element.getAttribute('data-text') ?? '']);
  }
  for (const element of document.querySelectorAll('[data-hint]')) {
    element.setAttribute('placeholder', String(words[element.getAttribute('data-hint') ?? '']));
  }
  for (const element of document.querySelectorAll('[data-title]')) {
    const title = String(words[element.getAttribute('data-title') ?? '']);
    element.setAttribute('aria-label', title);
    element.setAttribute('title', title);
  }
}
