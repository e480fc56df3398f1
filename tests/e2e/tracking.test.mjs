// Payments made under an agreement: noted by the borrower on this device, with what follows from them, and forgotten
// again; and where each figure comes from.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { appStands } from "./harness.mjs";
import { TALL_PHONE, journeys, until } from "./journeys.mjs";
import { look } from "./look.mjs";

const { journey, visit } = journeys();
const fragment = (link) => link.slice(link.indexOf("#"));
const DOWN = "9,706.44";
const EACH = "1,668.74";
const TO_PAY = "49,756.27";
const WAIVED = "1,174.13";

/** The press that notes the next payment as it was planned. */
const planned = ({ lang, button }, amount) => button(lang === "zh" ? `已按计划付了¥${amount}` : `Paid ¥${amount} as planned`);

/** The page as it is opened on a day, on a clock that stands still. */
async function openedOn(theirs, day) {
  await theirs.page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
  await theirs.page.reload();
  await appStands(theirs.page);
  // A reload that a journey asks for is no leak.
  theirs.page.left = () => [];
}

const section = ({ page, words }) => page.locator("section.tracking").filter({ hasText: words.PaymentsMade });
const said = (theirs) => section(theirs).innerText();
const kept = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("quittance-payments-")));

journey("a borrower notes what was paid, sees what follows, and forgets it again", async (hand) => {
  const { agreement, link, lang } = hand;
  await agreement();
  const path = fragment(await link());
  await visit({ lang, size: TALL_PHONE, path }, async (theirs) => {
    const { page, words, press, fill, button } = theirs;
    await openedOn(theirs, "2026-12-21");
    const nothing = await said(theirs);
    assert.ok(nothing.includes(words.NothingNoted) && nothing.includes(words.OwnNote), nothing);
    assert.deepEqual(await kept(page), []);
    await planned(theirs, DOWN).click();
    await until(() => said(theirs), new RegExp(`${DOWN}[^]*${TO_PAY}[^]*40,049\\.83`));
    // The first instalment is due since yesterday, and in time until the 23rd.
    assert.match(await said(theirs), lang === "zh" ? /12月23日当天结束之前/ : /by the end of 23 December 2026/);
    assert.match(await said(theirs), new RegExp(WAIVED.replace(".", "\\.")));
    await page.getByText(words.IfStoppedNow, { exact: true }).click();
    assert.match(await said(theirs), new RegExp(`48,532\\.17[^]*9,706\\.44[^]*= ¥[\\d,.]+`));

    // Part of it by hand, after a slip in each field.
    await page.getByText(words.NoteOtherPayment, { exact: true }).click();
    await fill(words.PaidOn, "2026-12-24");
    await fill(words.AmountPaid, "1000");
    await press(words.NotePayment);
    await until(() => theirs.field(words.PaidOn).getAttribute("aria-invalid"), "true");
    await fill(words.PaidOn, "2026-12-20");
    await fill(words.AmountPaid, "1,00");
    await press(words.NotePayment);
    await until(() => theirs.field(words.AmountPaid).getAttribute("aria-invalid"), "true");
    await fill(words.AmountPaid, "1000");
    await press(words.NotePayment);
    await until(() => said(theirs), /668\.74[^]*1,668\.74/);
    assert.equal((await kept(page))[0][1].split("\n").length, 3);

    // It stands after a reload, in another tab too, and each step can be taken back.
    await openedOn(theirs, "2026-12-30");
    await until(() => said(theirs), lang === "zh" ? /1期没有按时付清，可以补上/ : /make up for 1 payment missed/);
    await planned(theirs, "668.74").click();
    await until(() => said(theirs), lang === "zh" ? /没有到期未付/ : /Nothing that fell due/);
    await press(words.UndoNote);
    await planned(theirs, "668.74").waitFor();
    const waiting = page.waitForEvent("download");
    await press(words.SaveNote);
    const table = String(await readFile(await (await waiting).path()));
    assert.match(table, /2026-11-20,CNY,9706\.44,9706\.44\r\n[^]*2026-12-20,CNY,1000\.00,10706\.44\r\n/);

    await press(words.ForgetNote);
    await until(() => said(theirs), new RegExp(words.NothingNoted.slice(0, 8)));
    assert.deepEqual(await kept(page), []);
    await button(words.UndoNote).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= TALL_PHONE.width, `${wide} px wide`);
  });
});

journey("what cannot be kept or read on the device is said, and nothing is lost from the page", async (hand) => {
  const { agreement, link, lang } = hand;
  await agreement();
  const path = fragment(await link());
  await visit({ lang, size: TALL_PHONE, path }, async (theirs) => {
    const { page, words, press } = theirs;
    await planned(theirs, DOWN).click();
    await until(async () => (await kept(page)).length, 1);
    await page.evaluate(() => {
      const name = Object.keys(localStorage).find((name) => name.startsWith("quittance-payments-"));
      localStorage.setItem(name, "quittance-payments-1\n2026-13-41 5");
    });
    await openedOn(theirs, "2026-12-21");
    assert.ok((await said(theirs)).includes(words.NoteUnreadable));
    assert.equal(await planned(theirs, DOWN).count(), 0);
    await press(words.ForgetNote);
    await planned(theirs, DOWN).waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await planned(theirs, DOWN).click();
    await until(() => said(theirs), new RegExp(words.NoteRefused.slice(0, 10)));
    await until(() => said(theirs), /40,049\.83/);
  });
});

journey("whoever comes back after months notes what was paid meanwhile, one press each", async (hand) => {
  const { agreement, link, lang } = hand;
  await agreement();
  const path = fragment(await link());
  await visit({ lang, size: TALL_PHONE, path }, async (theirs) => {
    await openedOn(theirs, "2027-03-01");
    // Before anything is noted nobody knows that something is missing.
    assert.doesNotMatch(await said(theirs), /没有按时|可能|in time|may have/);
    await planned(theirs, DOWN).click();
    await until(() => said(theirs), lang === "zh" ? /按这里记下的付款[^]*可能已经终止/ : /By what is noted here[^]*may have ended/);
    for (const left of ["38,381.09", "36,712.35"]) {
      await planned(theirs, EACH).click();
      await until(() => said(theirs), new RegExp(left.replace(".", "\\.")));
    }
    await planned(theirs, EACH).click();
    await until(() => said(theirs), lang === "zh" ? /到2027年3月1日为止，没有到期未付/ : /Nothing that fell due by 1 March 2027/);
  });
});

journey("each figure opens to where it comes from, and axe finds nothing", async (hand) => {
  const { agreement, link, lang } = hand;
  await agreement();
  const path = fragment(await link());
  await visit({ lang, size: TALL_PHONE, path }, async (theirs) => {
    const { page, words } = theirs;
    await openedOn(theirs, "2026-12-30");
    await planned(theirs, DOWN).click();
    const part = page.locator("section.part").filter({ hasText: words.WhereFiguresComeFrom });
    for (const line of await part.locator("summary").all()) await line.click();
    const text = await part.innerText();
    assert.match(text, /¥3,913\.77 × 30%/);
    assert.match(text, new RegExp(`¥${DOWN} \\+ ¥${EACH.replace(".", "\\.")} × 23 \\+ [^]*= ¥${TO_PAY}`));
    const first = page.locator(".dues > li").nth(1);
    await first.locator("summary").click();
    assert.match(await first.innerText(), /× 6% × 1\/12 = ¥/);
    for (const fold of await section(theirs).locator("summary").all()) await fold.click();
    const found = [];
    await look(theirs, "payments noted", found);
    assert.deepEqual(found, []);
  });
});
