// Saves pages by Chromium's own writers, as MHTML, as the markup of what it shows or printed as PDF:
// node saved.mjs mhtml|html|pdf FROM TO NAME…
import { readFileSync, writeFileSync } from 'node:fs';

import { ask, go, tab } from './chromium.mjs';

const [kind, from, to, ...names] = process.argv.slice(2);

async function mhtml(name, sessionId) {
  await go(sessionId, `file://${from}/${name}.html`);
  const { data } = await ask('Page.captureSnapshot', { format: 'mhtml' }, sessionId);
  // Where the pages lay on this machine is nobody's business.
  return data.replaceAll(`file://${from}`, 'https://saved.example');
}

/** The page as it stands in the browser, as "save complete" and programs that save one file write it. */
async function html(name, sessionId) {
  await go(sessionId, `file://${from}/${name}.html`);
  const expression = 'new XMLSerializer().serializeToString(document.doctype) + document.documentElement.outerHTML';
  const { result } = await ask('Runtime.evaluate', { expression }, sessionId);
  return result.value;
}

/** At its own address: what is printed around it names no folder of this machine. */
async function pdf(name, sessionId) {
  const markup = readFileSync(`${from}/${name}.html`, 'utf8');
  const [, url] = /rel="canonical" href="([^"]+)"/.exec(markup);
  await go(sessionId, url, markup);
  const paper = { displayHeaderFooter: !name.startsWith('bare'), paperWidth: 8.27, paperHeight: 11.69 };
  const { data } = await ask('Page.printToPDF', paper, sessionId);
  return Buffer.from(data, 'base64');
}

for (const name of names) {
  const { sessionId } = await tab();
  writeFileSync(`${to}/${name}.${kind}`, await { mhtml, html, pdf }[kind](name, sessionId));
}
await ask('Browser.close');
