// Runs a benchmark that was built for wasm32-wasip1 in V8, the engine of Chromium: node tests/bench/wasi.mjs FILE
// Its clock counts CPU time, so that other work on the machine counts little. With MEMORY=1 it says how much memory was
// needed in the end, which never shrinks.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [, , file, ...rest] = process.argv;
const wasi = new WASI({ version: "preview1", args: [file, ...rest], env: process.env, preopens: { "/": "/" }, returnOnExit: true });
const imports = wasi.getImportObject();
let memory;
imports.wasi_snapshot_preview1.clock_time_get = (_clock, _precision, place) => {
  const { user, system } = process.cpuUsage();
  new DataView(memory.buffer).setBigUint64(place, BigInt(user + system) * 1000n, true);
  return 0;
};
const instance = await WebAssembly.instantiate(await WebAssembly.compile(await readFile(file)), imports);
memory = instance.exports.memory;
const code = wasi.start(instance);
if (process.env.MEMORY) console.error(`${(memory.buffer.byteLength / 1e6).toFixed(0)} MB`);
process.exit(code);
