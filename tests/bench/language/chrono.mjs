// Reads times with chrono-node: [{text, dct}…] in, {found: [[[start, end, value]…]…], seconds} out. Offsets in code
// points. A value is written after TIMEX3, as exact as what chrono calls certain.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const chrono = createRequire(resolve("target/peers/package.json"))("chrono-node");
const documents = JSON.parse(readFileSync(0, "utf8"));
const two = (n) => String(n).padStart(2, "0");

function value(parts) {
  const [year, month, day] = ["year", "month", "day"].map((part) => parts.get(part));
  if (parts.isCertain("hour")) {
    return `${year}-${two(month)}-${two(day)}T${two(parts.get("hour"))}:${two(parts.get("minute") ?? 0)}`;
  }
  if (parts.isCertain("day") || parts.isCertain("weekday")) return `${year}-${two(month)}-${two(day)}`;
  if (parts.isCertain("month")) return `${year}-${two(month)}`;
  return parts.isCertain("year") ? String(year) : `${year}-${two(month)}-${two(day)}`;
}

function read({ text, dct }) {
  const reference = dct ? new Date(`${dct.slice(0, 10)}T12:00:00`) : undefined;
  return chrono.parse(text, reference).map(({ index, text: words, start }) => [index, index + words.length, value(start)]);
}

let seconds = Infinity;
let found = [];
for (let run = 0; run < 5; run += 1) {
  const start = performance.now();
  const before = process.cpuUsage();
  found = documents.map(read);
  const { user, system } = process.cpuUsage(before);
  // What else runs on the machine makes the clock's time longer, what node does beside its thread the CPU's.
  seconds = Math.min(seconds, (performance.now() - start) / 1e3, (user + system) / 1e6);
}
const point = (text, at) => Array.from(text.slice(0, at)).length;
found = found.map((times, n) => {
  const { text } = documents[n];
  return times.map(([start, end, what]) => [point(text, start), point(text, end), what]);
});
console.log(JSON.stringify({ found, seconds }));
