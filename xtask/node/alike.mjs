// The digest of random cases in Node and in Chromium, for one time zone and one language: two lines.
//   node xtask/node/alike.mjs ZONE LOCALE SEED FIRST CASES        (CHROMIUM names the browser)

import { createRequire } from "node:module";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const [zone, locale, ...numbers] = process.argv.slice(2);
const [seed, first, cases] = numbers.map(Number);
const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "tests/e2e/package.json"));

console.log(require(join(root, "target/xtask/in_wasm/node/in_wasm.js")).digest(seed, first, cases));

const { chromium } = require("playwright-core");
const profile = await mkdtemp(join(tmpdir(), "quittance-"));
const server = await serve(join(root, "target/xtask/in_wasm/web"));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  timezoneId: zone,
  locale,
});
try {
  const page = await context.newPage();
  await page.goto(`${server.url}in_wasm.js`);
  const said = await page.evaluate(
    async ([seed, first, cases]) => {
      const engine = await import("/in_wasm.js");
      await engine.default();
      return engine.digest(seed, first, cases);
    },
    [seed, first, cases],
  );
  console.log(said);
} finally {
  await context.close();
  await server.close();
  await rm(profile, { recursive: true, force: true });
}
