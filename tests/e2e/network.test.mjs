// Once the page stands nothing leaves it, whatever a person does; and a leak planted in the app's own page
// is seen, so that the silence means something.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DESK, test } from "./harness.mjs";
import { journeys, until } from "./journeys.mjs";

const { journey, rooms } = journeys();

journey("a whole day's work leaves nothing", async (hand) => {
  const { page, words, lang, press, fill, tick } = hand;
  await fill(words.CaseText, "{");
  await fill(words.CaseText, "");
  await press(words.TypeIn);
  await fill(words.Creditor, "<img src=/taken?by=name>");
  await press(words.Back);
  await hand.open("SampleLoan");
  await press(words.DuplicateChoice);
  await tick(words.LumpSum);
  await fill(words.Discount, "10%");
  const files = [];
  page.on("download", (file) => files.push(file.suggestedFilename()));
  await press(words.SaveCaseFile);
  await press(words.OtherCase);
  await hand.agreement();
  const made = await hand.link();
  await press(words.CopyLink);
  await press(words.ShowQr);
  await press(words.SaveTextFile);
  await press(words.CopyText);
  await page.evaluate(() => (window.print = () => {}));
  await press(words.Print);
  await press(lang === "zh" ? "English" : "中文");
  await page.evaluate((made) => (location.hash = new URL(made).hash), `${made}x`);
  await page.waitForTimeout(400);
  await until(() => files.length, 2);
  assert.deepEqual(page.left(), []);
  const kept = await page.evaluate(() => [document.cookie, sessionStorage.length, navigator.serviceWorker?.controller ?? null]);
  assert.deepEqual(kept, ["", 0, null]);
});

journey("names out of a file are text, not markup that fetches", async ({ page, words, fill, button }) => {
  const card = readFileSync(new URL("../../src/samples/card-cn.json", import.meta.url), "utf8");
  const planted = card.replace('"张*"', JSON.stringify("<img src=/taken onerror=alert(1)>*"));
  await fill(words.CaseText, planted);
  await button(words.MakeAgreement).waitFor();
  assert.ok((await page.innerText("main")).includes("<img src=/taken"));
  assert.equal(await page.locator("img").count(), 0);
});

// A navigation is waited for to its end: Chromium never answers a wish to close a page that is between two.
const LEAKS = {
  fetch: ["fetch('/taken').catch(() => {})", /taken|refused/],
  beacon: ["navigator.sendBeacon('/taken', 'x')", /taken|refused/],
  image: ["new Image().src = '/taken'", /taken|refused/],
  navigation: ["location.href = '/taken'", /navigation \S+taken/],
};

for (const [name, [script, seen]] of Object.entries(LEAKS)) {
  test(`a leak by ${name}, planted in the app, is seen`, async () => {
    const page = await rooms.house.newPage({ ...DESK });
    await page.evaluate(script);
    await until(() => page.left().join("\n"), seen);
    await page.context().close();
  });
}
