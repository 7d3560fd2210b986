// Mozilla's Readability over linkedom: paths of pages on standard input, a JSON line for each; the seconds at the end.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const peers = createRequire(`${process.argv[2]}/`);
const { Readability } = peers('@mozilla/readability');
const { parseHTML } = peers('linkedom');
const pages = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((path) => readFileSync(path, 'utf8'));
const start = process.cpuUsage();
const read = pages.map((markup) => {
  try {
    const { document } = parseHTML(markup);
    const found = new Readability(document).parse();
    return found && { text: found.textContent, title: found.title, author: found.byline, date: found.publishedTime };
  } catch {
    return null;
  }
});
const { user, system } = process.cpuUsage(start);
read.forEach((one) => console.log(JSON.stringify(one)));
console.log((user + system) / 1e6);
