// Every way to repay, payments on agreed days, freezes and steps of a waiver: from the editor to the borrower's page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { appStands } from "./harness.mjs";
import { DECISIONS, TALL_PHONE, journeys, until } from "./journeys.mjs";

const { journey, visit } = journeys();
const AGREED_DAYS = readFileSync(new URL("links/agreed-days.txt", import.meta.url), "utf8").trim();
const NOTE = {
  zh: { last: "末期还款", largest: "最高的一期" },
  en: { last: "Last payment", largest: "Largest payment" },
};
const amounts = (text) => text.match(/\d[\d,]*\.\d\d/g);
const way = ({ field, words }, code) => field(words.Method).selectOption(code);

/** Makes the agreement and its link, and opens the link in the other language: the same figures to the cent. */
async function sendsTheSame(hand, shown) {
  const { page, lang, words, press, link } = hand;
  await press(words.MakeAgreement);
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  const sheet = await page.locator("article").innerText();
  const made = await link();
  const path = made.slice(made.indexOf("#"));
  for (const reader of [lang, lang === "zh" ? "en" : "zh"]) {
    await visit({ lang: reader, size: TALL_PHONE, path }, async (theirs) => {
      const text = await theirs.page.locator("article").innerText();
      if (reader === lang) assert.deepEqual(amounts(text), amounts(sheet));
      const whole = await theirs.text();
      assert.ok(whole.includes(theirs.words.SameFigures));
      for (const figure of shown.figures) assert.ok(amounts(whole).includes(figure), figure);
      for (const said of shown.said[reader]) assert.match(whole, said);
    });
  }
}

journey("a balloon is due beside the last payment, and the borrower reads both", async (hand) => {
  const { words, lang, agreeable, fill, comes } = hand;
  await agreeable();
  await way(hand, "balloon");
  await fill(words.Balloon, "1万");
  await comes({
    EachPayment: `1,275.54 ${NOTE[lang].last} 11,275.45`,
    Payments: "24",
    TotalToPay: "50,319.31",
    TotalWaived: "1,174.13",
  });
  await until(() => hand.cell(words.Verdict), DECISIONS[lang].allowed);
  await sendsTheSame(hand, {
    figures: ["1,275.54", "11,275.45", "50,319.31"],
    said: { zh: [/末期还款\s*¥11,275\.45/], en: [/Last payment\s*¥11,275\.45/] },
  });
});

journey("payments rise by a percentage or fall by an amount, and what was typed for another way is kept", async (hand) => {
  const { page, words, lang, agreeable, fill, field, comes } = hand;
  await agreeable();
  await way(hand, "stepped");
  await page.getByText(lang === "zh" ? /请写每次变动多少/ : /Enter by how much it changes/).waitFor();
  await fill(words.StepBy, "５％");
  await fill(words.StepEvery, "12期");
  await comes({ EachPayment: `1,629.23 ${NOTE[lang].largest} 1,710.69`, TotalToPay: "49,785.47" });
  await fill(words.StepBy, "-50");
  await comes({ EachPayment: `1,692.99 ${NOTE[lang].last} 1,643.09`, TotalToPay: "49,738.30" });
  await way(hand, "flat");
  await comes({ EachPayment: "1,757.08", TotalToPay: "51,876.23" });
  assert.equal(await field(words.StepBy).count(), 0);
  await way(hand, "interest-last");
  await comes({ EachPayment: `1,568.82 ${NOTE[lang].last} 3,921.96`, TotalToPay: "49,711.26" });
  await way(hand, "stepped");
  assert.equal(await field(words.StepBy).inputValue(), "-50");
  await sendsTheSame(hand, {
    figures: ["1,692.99", "1,643.09", "49,738.30"],
    said: { zh: [/末期还款\s*¥1,643\.09/], en: [/Last payment\s*¥1,643\.09/] },
  });
});

journey("smaller payments at first are what the borrower can pay now", async (hand) => {
  const { page, words, lang, agreeable, field, comes } = hand;
  await agreeable();
  await way(hand, "minimum-first");
  // The sentence of the call and the field are one.
  const sentence = page.locator(".headline input").first();
  await sentence.fill("800");
  assert.equal(await field(words.Minimum).inputValue(), "800");
  await comes({ EachPayment: `800.00 ${NOTE[lang].last} 1,800.51`, Payments: "24", TotalToPay: "49,915.75" });
  await field(words.MinimumRows).fill("24");
  await page.getByText(lang === "zh" ? /请写0至23期/ : /enter 0 to 23/).first().waitFor();
  assert.equal(await field(words.MinimumRows).getAttribute("aria-invalid"), "true");
});

const LIST = {
  zh: { typed: "12月20日 1000\n2027年1月31日 1.5万\n2027-02-28 余额", slip: /第2行，日历上没有这一天/, short: /付到第2笔还剩/ },
  en: { typed: "20 December 2026 1,000\n31/01/2027 15000\n2027-02-28 rest", slip: /Line 2\. The calendar has no such day/, short: /After payment 2 there is still/ },
};

journey("payments on agreed days are typed one to a line, and a slip names its line", async (hand) => {
  const { page, words, lang, open, tick, fill, field, comes, cell } = hand;
  await open("SampleCard");
  await fill(words.Rate, "0");
  await tick(words.OnDates);
  const list = field(words.DaysAndAmounts);
  // It starts with all of it on the first day, in the form in which a line is written.
  assert.equal(await list.inputValue(), `2026-12-20 ${words.TheRest}`);
  await comes({ EachPayment: "48,532.17", Payments: "1", LastDate: "2026-12-20" });
  await list.fill(LIST[lang].typed);
  const all = { EachPayment: `1,000.00 ${NOTE[lang].last} 32,532.17`, Payments: "3", TotalToPay: "48,532.17", LastDate: "2027-02-28" };
  await comes(all);
  assert.equal(await field(words.FirstPaymentOn).count(), 0);
  await list.fill("2026-12-20 1000\n2027-02-30 2000");
  await page.getByText(LIST[lang].slip).waitFor();
  assert.equal(await list.getAttribute("aria-invalid"), "true");
  assert.match(await cell(words.EachPayment), /^1,000\.00/);
  await list.fill("2026-12-20 1000\n2027-02-28 2000");
  await page.getByText(LIST[lang].short).waitFor();
  // Neither another kind nor another language loses what was typed.
  await list.fill(LIST[lang].typed);
  await comes(all);
  await tick(words.LumpSum);
  await tick(words.OnDates);
  assert.equal(await list.inputValue(), LIST[lang].typed);
  await hand.press(lang === "zh" ? "English" : "中文");
  assert.equal(await page.locator(".agreed-days textarea").inputValue(), LIST[lang].typed);
});

journey("what is owed is paid in two sums that were agreed, through the link and back", async (hand) => {
  const { words, lang, open, tick, field, fill, comes, cell } = hand;
  await open("SampleCard");
  await fill(words.Rate, "0");
  await tick(words.OnDates);
  await field(words.DaysAndAmounts).fill(`2026-12-20 ${words.TheRest}`);
  await hand.down("20%");
  await comes({ DueNow: "9,706.44", EachPayment: "38,825.73", Payments: "1", TotalToPay: "48,532.17", LastDate: "2026-12-20" });
  // Nothing charged is a freeze, which the card centre leaves to a supervisor.
  await until(() => cell(words.Verdict), DECISIONS[lang].supervisor);
  await sendsTheSame(hand, {
    figures: ["9,706.44", "38,825.73"],
    said: { zh: [/2026年12月20日/], en: [/20 December 2026/] },
  });
});

journey("a link of payments on agreed days is read as what is paid when", async (hand) => {
  const { lang } = hand;
  await visit({ lang, size: TALL_PHONE, path: `#${AGREED_DAYS}` }, async (theirs) => {
    const text = await theirs.text();
    const { words } = theirs;
    for (const shown of [words.SameFigures, words.OnDates, words.FirstPayment, words.TotalWaived]) {
      assert.ok(text.includes(shown), shown);
    }
    assert.ok(!text.includes(words.WaivedIfKept), "a waiver that takes effect bit by bit is not one on completion");
    for (const figure of ["5,000.00", "1,000.00", "15,000.00", "26,189.22", "47,189.22", "1,956.89"]) {
      assert.ok(amounts(text).includes(figure), figure);
    }
  });
});

const RELIEF = {
  zh: { unusual: /停息，不产生任何费用；分步生效/, slip: /第2步/, steps: [/付清6期后累计生效30%/, /付清12期后累计生效60%/, /不计收任何款项/] },
  en: { unusual: /Nothing accrues; by steps/, slip: /Step 2\./, steps: [/30% of it after 6 payments/, /60% of it after 12 payments/, /nothing is added/i] },
};

journey("a waiver takes effect by steps and nothing accrues: folded away, said in its line, and agreed", async (hand) => {
  const { page, words, lang, agreeable, field, fill, comes } = hand;
  await agreeable();
  const fold = page.locator("details.relief");
  const line = fold.locator("summary");
  assert.equal(await fold.getAttribute("open"), null);
  assert.equal((await line.innerText()).trim(), words.IfKeptOrNot);
  await line.click();
  await field(words.TimeCosts).selectOption("no-accrual");
  await field(words.TakesEffect).selectOption("milestones");
  await fill(words.Milestones, "6: 30%, 6: 60%");
  await page.getByText(RELIEF[lang].slip).last().waitFor();
  await fill(words.Milestones, "6：30%，12：60%");
  await line.click();
  await until(() => line.innerText(), RELIEF[lang].unusual);
  // What is paid does not change; what stopping costs does.
  await comes({ TotalToPay: "49,756.27", TotalWaived: "1,174.13" });
  await page.getByText(words.IfIStop, { exact: true }).first().click();
  const stops = page.getByRole("table", { name: words.IfIStop, exact: true }).locator("tbody tr");
  await until(() => stops.count(), 25);
  const cells = async (at) => (await stops.nth(at).locator("td.amount").allInnerTexts()).map((text) => text.trim());
  assert.deepEqual(await cells(0), ["0.00", "1,174.13", "48,532.17"]);
  assert.deepEqual(await cells(5), ["16,381.40", "1,174.13", "32,150.77"]);
  assert.deepEqual(await cells(6), ["18,050.14", "821.90", "30,129.80"]);
  assert.deepEqual(await cells(12), ["28,062.58", "469.66", "19,765.12"]);
  await sendsTheSame(hand, {
    figures: ["1,668.74", "49,756.27", "1,174.13"],
    said: { zh: RELIEF.zh.steps, en: RELIEF.en.steps },
  });
});

journey("what is typed for these ways is still there after a refresh, and beside another case", async (hand) => {
  const { page, words, agreeable, field, fill, comes } = hand;
  await agreeable();
  await way(hand, "stepped");
  await fill(words.StepBy, "5%");
  await fill(words.StepEvery, "12");
  await page.locator("details.relief summary").click();
  await field(words.TakesEffect).selectOption("pro-rata");
  await comes({ TotalToPay: "49,785.47" });
  await hand.press(words.OtherCase);
  await hand.press(words.BackToCase);
  await comes({ TotalToPay: "49,785.47" });
  // The draft is written when the typing pauses.
  await until(() => page.evaluate(() => Object.values(localStorage).join("\n").includes("pro-rata")), true);
  await page.reload();
  await appStands(page);
  page.left = () => [];
  await comes({ TotalToPay: "49,785.47" });
  assert.equal(await field(words.StepBy).inputValue(), "5%");
  assert.equal(await field(words.Method).inputValue(), "stepped");
  await page.locator("details.relief summary").click();
  assert.equal(await field(words.TakesEffect).inputValue(), "pro-rata");
});
