// The talk at the desk: a refused option made to pass, the next step, what was said, steps back, what can be borne.

import assert from "node:assert/strict";
import { DESK, appStands, test } from "./harness.mjs";
import { DECISIONS, PARTS, journeys, until } from "./journeys.mjs";
import { look } from "./look.mjs";

const { journey, visit } = journeys();

/** The card in 36 payments with half of the penalty waived and nothing paid now: three rules refuse it. */
async function refused({ words, lang, open, fill, waiver, cell }) {
  await open("SampleCard");
  await fill(words.HowManyPayments, "36");
  await waiver(PARTS[lang].penalty).fill("50%");
  await until(() => cell(words.Verdict), DECISIONS[lang].refused);
}

const verdict = ({ page, words }) => page.getByRole("region", { name: words.Verdict, exact: true });
const firstRepair = (hand) => verdict(hand).locator(".repair-lines > li").first();
/** The lines of the log, the newest first, in one line each. */
const said = ({ page }) =>
  page.locator(".said > li").evaluateAll((lines) => lines.map((line) => line.querySelector("p").innerText.replace(/\s+/g, " ").trim()));
const TIME = /^\d\d:\d\d /;
const bare = (lines) => lines.map((line) => line.replace(TIME, ""));

journey("a refused option passes with one click, and a step back brings it back", async (hand) => {
  const { page, words, lang, button, cell, field, waiver } = hand;
  await refused(hand);
  const before = { count: "36", penalty: "50%", down: "" };
  const typed = async () => ({
    count: await field(words.HowManyPayments).inputValue(),
    penalty: await waiver(PARTS[lang].penalty).inputValue(),
    down: await hand.now().inputValue(),
  });
  assert.deepEqual(await typed(), before);
  const repair = firstRepair(hand);
  await repair.waitFor();
  const words_of_repair = await repair.innerText();
  await repair.getByRole("button", { name: words.UseThis, exact: true }).click();
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  assert.ok(await button(words.MakeAgreement).isEnabled());
  assert.equal(await verdict(hand).locator(".repairs").count(), 0);
  // What was promised is what stands: the figures of the line are those of the table.
  for (const row of ["DueNow", "EachPayment", "LastDate", "TotalToPay"]) {
    const figure = await cell(words[row]);
    assert.ok(words_of_repair.includes(figure), `${row} ${figure} is not in: ${words_of_repair}`);
  }
  assert.equal((await said(hand)).length, 1);
  await button(words.Undo).click();
  await until(() => cell(words.Verdict), DECISIONS[lang].refused);
  assert.deepEqual(await typed(), before);
  assert.deepEqual(await said(hand), []);
  await button(words.Redo).click();
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  assert.equal((await said(hand)).length, 1);
  // By key, outside of text fields; inside, the browser's own undo stays.
  await page.keyboard.press("Control+z");
  await until(() => cell(words.Verdict), DECISIONS[lang].refused);
  await page.keyboard.press("Control+Shift+z");
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  await field(words.Rate).focus();
  await page.keyboard.press("Control+z");
  assert.match(await cell(words.Verdict), DECISIONS[lang].allowed);
  assert.equal((await said(hand)).length, 1);
});

journey("a repair stands beside the option that it mends, and what no other option beats is marked", async (hand) => {
  const { words, lang, cell, text } = hand;
  await refused(hand);
  const repair = firstRepair(hand);
  await repair.getByRole("button", { name: words.PutBeside, exact: true }).click();
  await until(() => cell(words.Verdict, 1), DECISIONS[lang].allowed);
  assert.match(await cell(words.Verdict, 0), DECISIONS[lang].refused);
  // One that is refused is beaten by nobody and beats nobody: the mark is at the other alone.
  await until(async () => (await cell(words.Verdict, 1)).includes(words.Unbeaten), true);
  assert.ok(!(await cell(words.Verdict, 0)).includes(words.Unbeaten));
  assert.match(await cell(words.WorthToUs, 1), /^[\d,]+\.\d\d( |$)/);
  assert.ok((await text()).includes(words.WhatWouldPass));
});

journey("what was said is noted with its answer, survives a reload, and can be put on the desk again", async (hand) => {
  const { page, words, lang, open, fill, press, comes, field, visit } = hand;
  await open("SampleCard");
  await fill(words.CanPayMonthly, "1,600");
  await press(words.NoteBorrowers);
  const by = { zh: ["借款人", "我方"], en: ["Borrower", "We"] }[lang];
  await until(async () => (await said(hand)).length, 1);
  assert.ok(bare(await said(hand))[0].startsWith(by[0]));
  await fill(words.CanPayMonthly, "2,400");
  await press(words.NoteOurs);
  await until(async () => (await said(hand)).length, 2);
  const lines = await said(hand);
  assert.ok(lines.every((line) => TIME.test(line)));
  assert.ok(bare(lines)[0].startsWith(by[1]) && lines[0].includes("2,400.00") && lines[1].includes("1,600.00"));
  await page.getByLabel(words.Remark, { exact: true }).first().fill("太多了 too much");
  const draft = () => page.evaluate(() => localStorage.getItem("quittance-draft"));
  await until(async () => ((await draft()) ?? "").includes("too much"), true);
  await page.reload();
  await appStands(page);
  page.left = () => [];
  await page.locator(".said > li").first().waitFor();
  assert.deepEqual(await said(hand), lines);
  assert.equal(await page.getByLabel(words.Remark, { exact: true }).first().inputValue(), "太多了 too much");
  await page.getByRole("button", { name: words.PutOnDesk, exact: true }).last().click();
  await comes({ EachPayment: "1,600.00" });
  await page.getByRole("button", { name: words.TakeBack, exact: true }).first().click();
  await until(() => said(hand), lines.slice(1));
  await press(words.Undo);
  await until(() => said(hand), lines);
  // Never in a link or in the agreement.
  await field(words.CanPayMonthly).fill("");
  await fill(words.HowManyPayments, "24");
  await hand.down("20%");
  await press(words.MakeAgreement);
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  const link = await hand.link();
  assert.ok(!(await hand.text()).includes("too much"));
  await visit({ lang, size: DESK, path: link.slice(link.indexOf("#")) }, async (theirs) => {
    await theirs.page.locator("article").waitFor();
    assert.ok(!(await theirs.text()).includes("too much"));
  });
});

journey("the next step is offered with what it asks, and noted as said", async (hand) => {
  const { page, words, lang, open, fill, button, cell } = hand;
  await open("SampleCard");
  await fill(words.HowManyPayments, "24");
  await hand.down("20%");
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  const step = page.locator(".next-step");
  await button(words.OfferStep).waitFor();
  const terms = await step.innerText();
  assert.ok(terms.includes(words.Give) && terms.includes(words.CostsUs), terms);
  const paid = await cell(words.TotalToPay);
  await button(words.OfferStep).click();
  await until(async () => (await cell(words.TotalToPay)) === paid, false);
  assert.match(await cell(words.Verdict), DECISIONS[lang].allowed);
  assert.equal((await said(hand)).length, 1);
  await button(words.Undo).click();
  await until(() => cell(words.TotalToPay), paid);
});

const BUDGET = { zh: ["8,000", "5,000", "1,000"], en: ["8,000", "5,000", "1,000"] };

journey("what the borrower can bear is worked out on the device and leaves it in nothing", async (hand) => {
  const { page, words, lang, open, fill, press, text, field, reads } = hand;
  await open("SampleCard");
  await page.getByText(words.CanAfford, { exact: false }).first().click();
  const [income, living, others] = BUDGET[lang];
  await fill(words.Income, income);
  await fill(words.LivingCosts, living);
  await fill(words.OtherPlans, others);
  // 8,000 less 6,000 leaves 2,000; half of it may be asked for.
  await reads(/1,000\.00/);
  await fill(words.CanPayMonthly, "1,001");
  await page.locator(".above-budget").waitFor();
  assert.match(await page.locator(".above-budget").innerText(), /1,000\.00/);
  await fill(words.CanPayMonthly, "1,000");
  await page.locator(".above-budget").waitFor({ state: "detached" });
  const slip = field(words.LivingCosts);
  await slip.fill("5,00");
  await until(() => slip.getAttribute("aria-invalid"), "true");
  await slip.fill(living);
  await field(words.CanPayMonthly).fill("");
  await fill(words.HowManyPayments, "24");
  await hand.down("20%");
  await fill(words.MustStay, "1,234.56");
  await press(words.MakeAgreement);
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  await press(words.CreateLink);
  assert.ok(!(await text()).includes("1,234.56") && !(await text()).includes(words.CanAfford));
  await press(words.BackToDesk);
  await page.getByText(words.CanAfford, { exact: false }).first().click();
  assert.equal(await field(words.MustStay).inputValue(), "1,234.56");
  await press(words.ClearBudget);
  await until(() => field(words.MustStay).inputValue(), "");
});

journey("another language keeps everything of the talk", async (hand) => {
  const { page, lang, words, fill, press, waiver } = hand;
  await refused(hand);
  await press(words.NoteBorrowers);
  await page.getByLabel(words.Remark, { exact: true }).first().fill("8.8");
  await page.getByText(words.CanAfford, { exact: false }).first().click();
  await fill(words.Income, "8,000");
  const lines = await said(hand);
  await page.getByRole("button", { name: lang === "zh" ? "English" : "中文", exact: true }).click();
  await page.locator(".repairs").waitFor();
  const after = await said(hand);
  assert.equal(after.length, 1);
  assert.deepEqual(after[0].match(/[\d,]+\.\d\d/g), lines[0].match(/[\d,]+\.\d\d/g));
  assert.equal(await page.locator(".said input").inputValue(), "8.8");
  assert.equal(await waiver(PARTS[lang === "zh" ? "en" : "zh"].penalty).inputValue(), "50%");
  assert.equal(await page.locator(".budget-grid input").first().inputValue(), "8,000");
});

journey("what fits the borrower's number is found term by term, and one of them is taken", async (hand) => {
  const { page, words, lang, fill, field, comes } = hand;
  await hand.open("SampleCard");
  await fill(words.HowManyPayments, "36");
  await page.getByText(words.FindWhatFits, { exact: true }).click();
  const fold = page.locator("details.fits");
  await until(() => fold.innerText(), new RegExp(words.FitsNeedsNumber));
  // The number governs as soon as it is typed; the count that was typed before is what it is held against.
  await fill(words.CanPayMonthly, "800");
  const lines = fold.locator(".repair-lines > li");
  await lines.first().waitFor();
  await until(() => fold.innerText(), /36.*800\.00/);
  const down = lines.filter({ hasText: lang === "zh" ? "首付款" : "Down payment" });
  const found = (await down.locator("p").first().innerText()).match(/[\d,]+\.\d\d/)[0];
  // At no interest at all 36 payments of 800 do not do it: the rate is told as out of reach.
  await until(() => lines.last().innerText(), lang === "zh" ? /即使改为0/ : /even at 0/);
  await down.getByRole("button", { name: words.UseThis, exact: true }).click();
  await comes({ DueNow: found, Payments: "36" });
  await until(() => hand.now().inputValue(), found);
  await until(() => fold.innerText(), new RegExp(words.FitsAlready));
  assert.equal(await field(words.HowManyPayments).first().inputValue(), "36");
  await hand.button(words.Undo).click();
  await until(() => hand.now().inputValue(), "");
});

journey("what can be afforded reaches the rules, and what binds the call stands beside the talk", async (hand) => {
  const { page, words, lang, fill } = hand;
  await hand.open("SampleCard");
  const findings = () => verdict(hand).locator(".findings").first().innerText();
  const title = lang === "zh" ? /每月可承受的还款/ : /What a month can bear/;
  await page.getByText(words.CanAfford, { exact: false }).first().click();
  await fill(words.Income, "3,000");
  await fill(words.LivingCosts, "2,990");
  await until(findings, title);
  await page.getByText(words.CallDuties, { exact: true }).click();
  await until(() => page.locator(".call-duties").innerText(), lang === "zh" ? /催收/ : /collection/i);
});

journey("by keyboard alone: the option is refused, made to pass, noted, and brought back", async (hand) => {
  const { page, words, lang, cell } = hand;
  await refused(hand);
  const here = () =>
    page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, " ").trim());
  const tabTo = async (name, key = "Tab") => {
    for (let step = 0; step < 90; step += 1) {
      if ((await here()) === name) return;
      await page.keyboard.press(key);
    }
    assert.fail(`${key} never came to ${name}`);
  };
  await firstRepair(hand).waitFor();
  await tabTo(words.UseThis);
  await page.keyboard.press("Enter");
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  // The button is gone with its line; the focus stands at the verdict.
  await until(here, new RegExp(`^${words.Verdict}`));
  await page.keyboard.press("Control+z");
  await until(() => cell(words.Verdict), DECISIONS[lang].refused);
  await page.keyboard.press("Control+y");
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  await tabTo(words.NoteOurs);
  await page.keyboard.press("Space");
  await until(async () => (await said(hand)).length, 2);
  await tabTo(words.TakeBack);
  await page.keyboard.press("Enter");
  await until(async () => (await said(hand)).length, 1);
});

for (const lang of ["zh", "en"]) {
  test(`axe finds nothing in the talk (${lang})`, () =>
    visit({ lang, size: DESK }, async (hand) => {
      const { page, words, fill, press } = hand;
      const found = [];
      await refused(hand);
      await firstRepair(hand).getByRole("button", { name: words.PutBeside, exact: true }).click();
      await fill(words.CanPayMonthly, "3,000");
      await press(words.NoteBorrowers);
      await press(words.NoteOurs);
      await page.getByText(words.CanAfford, { exact: false }).first().click();
      await fill(words.Income, "8,000");
      await fill(words.LivingCosts, "6,000");
      await page.locator(".above-budget").waitFor();
      await page.getByText(words.IfTheySay, { exact: true }).click();
      await look(hand, "the talk with everything open", found);
      await fill(words.LivingCosts, "6,00");
      await until(() => hand.field(words.LivingCosts).getAttribute("aria-invalid"), "true");
      await look(hand, "a slip in the budget", found);
      assert.deepEqual(found, []);
    }));
}
