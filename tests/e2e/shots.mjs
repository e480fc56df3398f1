// node tests/e2e/shots.mjs FOLDER: a picture of every screen, in both languages, light and dark,
// desktop and phone. A screen is a name and how to get there from the opened app.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DESK, PHONE, openHouse } from "./harness.mjs";

const SCREENS = [
  { name: "opening", visit: async () => {} },
  { name: "stopped", visit: (page) => page.evaluate("quittanceStopped('src/x.rs:1')") },
];
const LOCALES = ["zh-CN", "en-GB"];
const SCHEMES = ["light", "dark"];
const SIZES = { desk: DESK, phone: PHONE };

const folder = process.argv[2];
if (!folder) {
  console.error("node tests/e2e/shots.mjs FOLDER");
  process.exit(1);
}
await mkdir(folder, { recursive: true });
const house = await openHouse();
let count = 0;
for (const { name, visit } of SCREENS) {
  for (const locale of LOCALES) {
    for (const colorScheme of SCHEMES) {
      for (const [size, box] of Object.entries(SIZES)) {
        const page = await house.newPage({ ...box, locale, colorScheme });
        await visit(page);
        const file = `${name}-${locale.slice(0, 2)}-${colorScheme}-${size}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
        await page.context().close();
        count += 1;
      }
    }
  }
}
await house.close();
console.log(`${count} pictures in ${folder}`);
