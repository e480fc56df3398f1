// F5 in WebAssembly: repair and solve over the same random options in Node and in Chromium, a line of JSON each.
//   node xtask/node/negotiation.mjs SEED CASES        (CHROMIUM names the browser)

import { createRequire } from "node:module";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const asked = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "tests/e2e/package.json"));

/**
 * Times every option: the least of three runs, and of 23 where those took long, since machines are shared. Runs as it
 * stands in Node and in a page, where it finds the engine itself.
 */
async function timed([seed, cases]) {
  const [RUNS, LONG, MORE_RUNS] = [3, 4, 20];
  let engine = globalThis.engineInNode;
  if (!engine) {
    engine = await import("/in_wasm.js");
    await engine.default();
  }
  const run = (work) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const least = (work, times) => Math.min(...Array.from({ length: times }, () => run(work)));
  const fairly = (work) => {
    const first = least(work, RUNS);
    return first > LONG ? Math.min(first, least(work, MORE_RUNS)) : first;
  };
  const options = engine.Negotiation.of(seed);
  const [repairs, solutions, came] = [[], [], [0, 0, 0]];
  for (let number = 0; number < cases; number += 1) {
    if (!options.draw()) throw new Error(`option ${number} is not one`);
    came[options.repair()] += 1;
    repairs.push(fairly(() => options.repair()));
    for (let unknown = 0; unknown < engine.Negotiation.unknowns(); unknown += 1) {
      solutions.push(fairly(() => options.solve(unknown)));
    }
  }
  const said = (times) => {
    times.sort((one, other) => one - other);
    const at = (part) => Math.round(times[Math.floor(((times.length - 1) * part) / 1000)] * 1000);
    return { median: at(500), most: at(990), worst: at(1000), of: times.length };
  };
  return { refused: came[1] + came[2], repaired: came[2], repair: said(repairs), solve: said(solutions) };
}

globalThis.engineInNode = require(join(root, "target/xtask/in_wasm/node/in_wasm.js"));
console.log(JSON.stringify(await timed(asked)));

const { chromium } = require("playwright-core");
const profile = await mkdtemp(join(tmpdir(), "quittance-"));
const server = await serve(join(root, "target/xtask/in_wasm/web"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});
try {
  const page = await context.newPage();
  await page.goto(`${server.url}in_wasm.js`);
  console.log(JSON.stringify(await page.evaluate(timed, asked)));
} finally {
  await context.close();
  await server.close();
  await rm(profile, { recursive: true, force: true });
}
