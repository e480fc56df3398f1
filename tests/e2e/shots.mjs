// node tests/e2e/shots.mjs FOLDER: a picture of every screen, in both languages, light and dark,
// desktop and phone; `node tests/e2e/shots.mjs FOLDER talk-zh` only those whose name begins so. A screen is a name
// and how to get there from the opened app.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DESK, PHONE, openHouse } from "./harness.mjs";
import { PARTS, hands } from "./journeys.mjs";

/** The card in 36 payments with half of the penalty waived, which three rules refuse. */
async function refused(page, lang) {
  const hand = hands(page, lang);
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "36");
  await hand.waiver(PARTS[lang].penalty).fill("50%");
  await page.locator(".repair-lines button:enabled").first().waitFor();
  return hand;
}

/** The same with a repair beside it, two offers noted, and a budget. */
async function talk(page, lang) {
  const { words, button, fill, press } = await refused(page, lang);
  await button(words.PutBeside).first().click();
  await fill(words.CanPayMonthly, "3,000");
  await press(words.NoteBorrowers);
  await press(words.NoteOurs);
  await page.getByLabel(words.Remark, { exact: true }).first().fill(words.RemarkExample);
  await page.getByText(words.CanAfford).first().click();
  await fill(words.Income, "8,000");
  await fill(words.LivingCosts, "6,000");
  await page.locator(".above-budget").waitFor();
}

/** An option that passes, with the next step to give. */
async function allowed(page, lang) {
  const hand = hands(page, lang);
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "24");
  await hand.down("20%");
  await hand.button(hand.words.OfferStep).waitFor();
}

const SCREENS = [
  { name: "opening", visit: async () => {} },
  { name: "refused", visit: refused },
  { name: "talk", visit: talk },
  { name: "allowed", visit: allowed },
  { name: "stopped", visit: (page) => page.evaluate("quittanceStopped('src/x.rs:1')") },
];
const LOCALES = ["zh-CN", "en-GB"];
const SCHEMES = ["light", "dark"];
const SIZES = { desk: DESK, phone: PHONE };

const [folder, ...only] = process.argv.slice(2);
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
        const file = `${name}-${locale.slice(0, 2)}-${colorScheme}-${size}.png`;
        if (only.length > 0 && !only.some((begin) => file.startsWith(begin))) continue;
        const page = await house.newPage({ ...box, locale, colorScheme });
        await visit(page, locale.slice(0, 2));
        await page.screenshot({ path: join(folder, file), fullPage: true });
        await page.context().close();
        count += 1;
      }
    }
  }
}
await house.close();
console.log(`${count} pictures in ${folder}`);
