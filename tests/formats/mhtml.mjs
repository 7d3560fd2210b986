// Saves pages as MHTML by Chromium's own writer: node mhtml.mjs FROM TO NAME…
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const [from, to, ...names] = process.argv.slice(2);
const browser = spawn(process.env.CHROME ?? 'chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const [send, receive] = [browser.stdio[3], browser.stdio[4]];
const waiting = new Map();
let last = 0;
let held = '';
receive.on('data', (piece) => {
  held += piece;
  const messages = held.split('\0');
  held = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) waiting.get(message.id)?.(message.result);
});
const ask = (method, params = {}, sessionId = undefined) =>
  new Promise((resolve) => {
    waiting.set(++last, resolve);
    send.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });
for (const name of names) {
  const { targetId } = await ask('Target.createTarget', { url: `file://${from}/${name}.html` });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  await new Promise((resolve) => setTimeout(resolve, 800));
  const { data } = await ask('Page.captureSnapshot', { format: 'mhtml' }, sessionId);
  // Where the pages lay on this machine is nobody's business.
  writeFileSync(`${to}/${name}.mhtml`, data.replaceAll(`file://${from}`, 'https://saved.example'));
}
await ask('Browser.close');
