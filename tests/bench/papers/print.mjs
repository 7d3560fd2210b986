// Prints saved pages as PDF in Chromium, without a network, and keeps the text that a browser shows of each:
// node print.mjs TO FILE.html.gz…
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { ask, go, tab } from '../../formats/chromium.mjs';

const [to, ...files] = process.argv.slice(2);
for (const file of files) {
  const name = basename(file).split('.')[0];
  const { targetId, sessionId } = await tab();
  await ask('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  await go(sessionId, 'https://page.example/', gunzipSync(readFileSync(file)));
  await ask('Emulation.setEmulatedMedia', { media: 'print' }, sessionId);
  const { result } = await ask('Runtime.evaluate', { expression: 'document.body.innerText' }, sessionId);
  const { data } = await ask('Page.printToPDF', { displayHeaderFooter: true }, sessionId);
  writeFileSync(`${to}/${name}.pdf`, Buffer.from(data, 'base64'));
  writeFileSync(`${to}/${name}.txt`, result.value ?? '');
  await ask('Target.closeTarget', { targetId });
}
await ask('Browser.close');
