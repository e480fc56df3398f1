// What axe finds on the screen that stands: by day at its widths, at its colours by night; and whether it scrolls sideways.

import { DESK } from "./harness.mjs";

const WIDTHS = [320, 768, 1280];
/** Where axe looks: a screen differs most on a phone, and in the other language at one width between. */
const LOOKED_AT = { zh: [320, 1280], en: [320, 768] };

/** Looks at the screen that stands now: by day at its widths, and at its colours by night. */
export async function look({ page, lang }, name, found) {
  const note = (where, faults) => found.push(...faults.map((fault) => `${name}, ${where}: ${fault}`));
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await page.axe({ tags: ["color-contrast"] }));
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    if (LOOKED_AT[lang].includes(width)) note(`${width} px`, await page.axe());
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) note(`${width} px`, [`the page is ${wide} px wide`]);
  }
  await page.setViewportSize(DESK);
}
