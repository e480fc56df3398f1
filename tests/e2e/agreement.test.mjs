// The agreement: made, copied, sent as a link, opened by somebody else, and never another plan in its place.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { TALL_PHONE, journeys, until } from "./journeys.mjs";
import { WORDS } from "./words.mjs";

const { journey, visit } = journeys();
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const fragment = (link) => link.slice(link.indexOf("#"));
const TO_PAY = "49,756.27";
const EACH = "1,668.74";

journey("the agreement is made, changes its language, and is copied and saved as text", async (hand) => {
  const { page, lang, words, agreement, press, text } = hand;
  await agreement();
  for (const shown of ["48,532.17", "1,174.13", TO_PAY, EACH, "9,706.44"]) {
    assert.ok((await text()).includes(shown), shown);
  }
  const sheet = page.locator("article");
  assert.equal(await sheet.locator("h2").count(), 22);
  await press(words.CopyText);
  await page.getByText(words.Copied, { exact: true }).waitFor();
  const own = await clipboard(page);
  assert.ok(own.includes(words.Agreement) && own.includes(TO_PAY), own.slice(0, 200));
  const other = lang === "zh" ? "en" : "zh";
  await press(other === "zh" ? "中文" : "English");
  const theirs = WORDS[other];
  await page.getByRole("heading", { name: theirs.Agreement, exact: true }).waitFor();
  assert.equal(await sheet.getAttribute("lang"), await page.locator("html").getAttribute("lang"));
  assert.ok((await text()).includes(TO_PAY));
  const waiting = page.waitForEvent("download");
  await press(theirs.SaveTextFile);
  const saved = String(await readFile(await (await waiting).path()));
  assert.ok(saved.includes(theirs.Agreement) && saved.includes(TO_PAY), saved.slice(0, 200));
  await press(theirs.CopyShortText);
  await until(() => clipboard(page), /#q1\.[\w-]+\.z/);
  assert.ok((await clipboard(page)).length < saved.length / 3, await clipboard(page));
  await press(theirs.BackToDesk);
  await hand.button(theirs.MakeAgreement).waitFor();
  assert.equal(await page.getByLabel(theirs.HowManyPayments, { exact: true }).inputValue(), "24");
});

/** Every amount in a text, in order. */
const amounts = (text) => text.match(/\d[\d,]*\.\d\d/g);

journey("the link opens in another browser with the same figures to the cent", async (hand) => {
  const { page, lang, words, agreement, link, press, house } = hand;
  await agreement();
  const made = await link();
  assert.match(made, /#q1\.[\w-]+\.z$/);
  assert.equal(page.url(), made);
  await press(words.CopyLink);
  await until(() => clipboard(page), made);
  await press(words.ShowQr);
  await page.getByRole("img", { name: words.QrCode, exact: true }).first().waitFor();
  const sheet = await page.locator("article").innerText();
  const code = sheet.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)[0];
  const other = lang === "zh" ? "en" : "zh";
  for (const reader of [lang, other]) {
    await visit({ lang: reader, size: TALL_PHONE, path: fragment(made) }, async (theirs) => {
      const text = await theirs.page.locator("article").innerText();
      if (reader === lang) assert.deepEqual(amounts(text), amounts(sheet));
      assert.ok(amounts(text).includes(TO_PAY) && amounts(text).includes(EACH));
      assert.ok(text.includes(code), "another code");
      assert.ok((await theirs.text()).includes(theirs.words.SameFigures));
    });
  }
  assert.ok(house.url && made.startsWith(house.url));
});

const FAULTS = {
  zh: { cut: "链接不完整", damaged: "链接已损坏", newer: "链接是用更新的版本做的", none: "这不是还款协议的链接" },
  en: {
    cut: "The link is cut off",
    damaged: "The link is damaged",
    newer: "The link was made by a newer version",
    none: "This is not the link of an agreement",
  },
};

/** A character in the middle of a link, changed into another of the same alphabet. */
function flipped(link, at) {
  const swap = link[at] === "A" ? "B" : "A";
  return `${link.slice(0, at)}${swap}${link.slice(at + 1)}`;
}

journey("a cut, damaged or newer link says which it is, and never shows a plan", async (hand) => {
  const { lang, page, words, agreement, link, visit, press } = hand;
  await agreement();
  const whole = fragment(await link());
  const said = FAULTS[lang];
  const cases = [
    [whole.slice(0, -1), said.cut],
    [whole.slice(0, -2), said.cut],
    [whole.slice(0, whole.length / 2), said.cut],
    [flipped(whole, 12), said.damaged],
    [flipped(whole, whole.length - 8), said.damaged],
    [whole.replace("#q1.", "#q2."), said.newer],
    // A gateway that writes the sign as its code, and an address of something else.
    [`#%23${whole.slice(1)}`, said.none],
    ["#quarterly", said.none],
  ];
  const size = page.viewportSize();
  await visit({ lang, size, path: whole }, async (theirs) => {
    await theirs.page.locator("article").waitFor();
    for (const [path, title] of cases) {
      await theirs.page.evaluate((path) => (location.hash = path), path);
      await theirs.page.getByRole("heading", { name: title, exact: true }).waitFor();
      assert.deepEqual(amounts(await theirs.text()), null, path);
    }
    await theirs.page.evaluate((path) => (location.hash = path), whole);
    await theirs.page.locator("article").waitFor();
  });
  await visit({ lang, size, path: cases[1][0] }, async (theirs) => {
    await theirs.page.getByRole("heading", { name: said.cut, exact: true }).waitFor();
    await theirs.press(theirs.words.OpenCalculator);
    await theirs.page.getByRole("heading", { name: words.StartHere }).waitFor();
    assert.equal(new URL(theirs.page.url()).hash, "");
  });
  await press(words.BackToDesk);
});

journey("a borrower reads on the phone what is owed, what is waived, each payment and what if one is missed", async (hand) => {
  const { lang, agreement, link, visit } = hand;
  await agreement();
  const path = fragment(await link());
  await visit({ lang, size: TALL_PHONE, path }, async ({ page, words, press, button, text }) => {
    await page.getByRole("heading", { name: /48,532\.17/, level: 1 }).waitFor();
    const part = (label) => page.getByRole("heading", { name: words[label], exact: true }).first().locator("..");
    assert.match(await part("WhatYouPay").innerText(), /9,706\.44[^]*1,668\.74[^]*49,756\.27/);
    const waived = await part("WhatIsWaived").innerText();
    assert.match(waived, /1,174\.13/);
    assert.match(waived, lang === "zh" ? /付清|完成|履行/ : /when|once|if/i);
    const every = part("EveryPayment");
    await every.locator("summary").filter({ hasText: words.FurtherPayments }).click();
    assert.equal((await every.innerText()).match(/1,668\.74/g).length, 23);
    const missed = part("WhatIfIMiss");
    assert.match(await missed.innerText(), /1,174\.13/);
    await missed.locator("summary").click();
    assert.equal(await missed.locator("tbody tr").count(), 25);
    assert.ok((await text()).includes(words.HelpAndDispute));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= TALL_PHONE.width, `${wide} px wide`);
    await press(words.KeepThis);
    await page.evaluate(() => {
      window.print = () => (window.printed = true);
    });
    await press(words.Print);
    assert.equal(await page.evaluate("window.printed"), true);
    const waiting = page.waitForEvent("download");
    await press(words.SaveTextFile);
    const saved = await waiting;
    assert.match(saved.suggestedFilename(), /^quittance-agreement-[0-9A-Z-]+-(zh|en)\.txt$/);
    assert.ok(String(await readFile(await saved.path())).includes(TO_PAY));
    assert.ok(await button(words.CopyLink).isVisible());
  });
});

journey("the printed sheet holds the document and none of the buttons", async (hand) => {
  const { page, words, agreement, button } = hand;
  await agreement();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByRole("heading", { name: words.Agreement, exact: true }).isVisible());
  for (const name of ["Print", "CreateLink", "CopyText", "BackToDesk"]) {
    assert.ok(!(await button(words[name]).isVisible()), name);
  }
  assert.ok(await page.getByRole("img", { name: words.QrCode, exact: true }).first().isVisible());
});
