// T5 on screen and beyond: a lender's own pack with private limits that stand nowhere else is brought to the desk; an offer
// and a menu are signed; whatever a borrower receives of them holds none of the limits, in any form, and is the same to the
// last byte under a pack with other limits. `cargo xtask figures T5` looks in both languages; a test run in one.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { DESK, WHOLE, openHouse, test } from "./harness.mjs";
import { TALL_PHONE, hands } from "./journeys.mjs";
import { STATES, codeShown, fileOf, ofPage, ofPlan, ofText } from "./received.mjs";
import { draftUnder } from "./plans.mjs";
import { LOOKS, leaked, packWith } from "./secrets.mjs";
import { LOCALES } from "./words.mjs";

/** Options that every rule allows, public or not. */
const OPTIONS = ["24", "18", "12"].map((count) => ({ count, down_payment: "20%", waivers: ["", "", "30%", "", "", ""] }));

let house;
const count = { things: 0, planted: 0, alike: 0 };
before(async () => {
  house = await openHouse();
});
after(async () => {
  await house?.close();
  console.log(
    `T5 in the browser: ${count.things} things that a borrower receives, ${LOOKS} forms looked for in each: 0 found; ` +
      `${count.alike} alike under two packs; ${count.planted} planted leaks seen`,
  );
});

/** A page in a profile of its own, with its hands. */
async function fresh(lang, wish, use) {
  const page = await house.newPage({ ...TALL_PHONE, locale: LOCALES[lang], ...wish });
  try {
    const result = await use(hands(page, lang));
    assert.deepEqual(page.faults(), []);
    return result;
  } finally {
    await page.context().close();
  }
}

/** What the desk signs under a pack: an offer or a menu, as link, QR code and file. */
const signed = (lang, pack, options) =>
  fresh(lang, { ...DESK, draft: draftUnder("card-cn", pack, OPTIONS.slice(0, options)) }, async (hand) => {
    const { page, words, press } = hand;
    await press(options > 1 ? words.OfferChoice : words.MakeAgreement);
    await press(words.SignWithDemo);
    await page.getByText(words.SignedNow, { exact: true }).waitFor();
    const link = await page.locator(".handed textarea").inputValue();
    await page.locator(".handed").getByRole("button", { name: words.ShowQr, exact: true }).click();
    const code = await codeShown(page);
    assert.equal(code, link, "the QR code is another link");
    const file = await fileOf(hand, "SaveLink");
    assert.equal(String(file).trim(), link.slice(link.indexOf("#") + 1));
    return { link, code, file };
  });

/** Everything that a borrower gets of a link, each thing by its name. */
async function received(lang, { link, code, file }) {
  const things = { ...ofText(link), code, file };
  const path = link.slice(link.indexOf("#"));
  const opened = await fresh(lang, { path }, async (hand) => {
    const { page, words } = hand;
    await page.locator(".standing").first().waitFor();
    const looks = hand.button(words.LookAtThis);
    const found = {};
    for (let place = 0; place < (await looks.count()); place += 1) {
      found[`choice ${place}`] = await ofPage(page);
      await looks.nth(place).click();
      await page.locator("article").waitFor();
      found[`option ${place}`] = await ofPlan(hand);
      await hand.press(words.BackToChoice);
      await looks.first().waitFor();
    }
    if (!Object.keys(found).length) found.plan = await ofPlan(hand);
    return found;
  });
  for (const [where, found] of Object.entries(opened)) {
    for (const [name, thing] of Object.entries(found)) things[`${where}, ${name}`] = thing;
  }
  // The file, opened where case files are taken, in another profile.
  const ofFile = await fresh(lang, {}, async ({ page }) => {
    await page.locator('input[type="file"]').first().setInputFiles({ name: "a.quittance", mimeType: "text/plain", buffer: file });
    await page.locator(".standing").first().waitFor();
    return ofPage(page);
  });
  for (const [name, thing] of Object.entries(ofFile)) things[`file opened, ${name}`] = thing;
  return things;
}

for (const lang of WHOLE ? ["zh", "en"] : ["zh"]) {
  for (const options of WHOLE ? [3, 1] : [2]) {
    test(`nothing of the lender's limits is received with ${options} options (${lang})`, async () => {
      const mine = await signed(lang, packWith("first"), options);
      const things = await received(lang, mine);
      assert.ok(Object.keys(things).length > 30 * options, `${Object.keys(things).length} things`);
      assert.deepEqual(leaked(things), []);
      count.things += Object.keys(things).length;
      const theirs = await signed(lang, packWith("second"), options);
      assert.equal(theirs.link, mine.link);
      // The same link, and so the same page; looked at again all the same where there is time.
      if (!WHOLE) return;
      const others = await received(lang, theirs);
      assert.deepEqual(Object.keys(others), Object.keys(things));
      for (const [name, thing] of Object.entries(things)) {
        if (name.endsWith(STATES)) continue;
        assert.ok(Buffer.from(thing).equals(Buffer.from(others[name])), `${name} differs`);
        count.alike += 1;
      }
    });
  }
}

/** Leaks of each sort, planted in a borrower's page. */
const PLANTED = {
  attribute: () => document.body.setAttribute("data-floor", "12347.89"),
  "text in a fold": () => (document.querySelector("details").lastElementChild.textContent = "41.7391%"),
  "a field": () => (document.querySelector("textarea, input").value = "12,347.89"),
  "words for those who listen": () => document.querySelector("h1").setAttribute("aria-label", "0.417391"),
  "a number as it is kept": () => localStorage.setItem("floor", "1234789"),
  "in base64": () => sessionStorage.setItem("floor", btoa("least 12347.89")),
  console: () => console.log("floor", 41.7391),
  title: () => (document.title = "17393"),
  "the address": () => history.replaceState({ floor: "13.8467" }, ""),
  "a global": () => (globalThis.floor_12347_89 = globalThis["SECRET-floor"] = 1),
};

test("a leak is seen wherever it stands", async () => {
  const { link } = await signed("en", packWith("first"), 1);
  await fresh("en", { path: link.slice(link.indexOf("#")) }, async ({ page, words, press }) => {
    await page.locator(".standing").first().waitFor();
    await press(words.Rather);
    const before = new Set(leaked(await ofPage(page)));
    assert.deepEqual([...before], []);
    for (const [name, plant] of Object.entries(PLANTED)) {
      await page.evaluate(plant);
      const seen = leaked(await ofPage(page)).filter((leak) => !before.has(leak));
      assert.ok(seen.length > 0, name);
      for (const leak of seen) before.add(leak);
      count.planted += 1;
    }
  });
  // In the bytes of a link as well.
  const bytes = Buffer.from([0x1a, 0x00, 0x12, 0xd7, 0x65]);
  assert.ok(leaked(ofText(`#s1.${bytes.toString("base64url")}.z`)).length > 0);
  count.planted += 1;
});
