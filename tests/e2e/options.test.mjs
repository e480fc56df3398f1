// Options as they are typed: every figure to the cent, the verdict in words, and a slip that blanks nothing.

import assert from "node:assert/strict";
import { DECISIONS, PARTS, journeys, until } from "./journeys.mjs";

const { journey } = journeys();

journey("what the borrower can pay each time decides how many payments there are", async (hand) => {
  const { words, open, fill, comes, field } = hand;
  await open("SampleCard");
  await fill(words.Rate, "0");
  // Without interest: sixty times 800, and what is left.
  await fill(words.CanPayMonthly, "800");
  await comes({ EachPayment: "800.00", Payments: "61", TotalToPay: "48,532.17", LastDate: "2031-12-20" });
  await hand.down("532.17");
  await comes({ DueNow: "532.17", EachPayment: "800.00", Payments: "60", LastDate: "2031-11-20" });
  await fill(words.HowManyPayments, "12");
  await comes({ DueNow: "532.17", EachPayment: "4,000.00", Payments: "12", LastDate: "2027-11-20" });
  assert.equal(await field(words.CanPayMonthly).inputValue(), "");
});

journey("waivers and amounts are taken as people write them", async (hand) => {
  const { words, lang, open, fill, waiver, comes } = hand;
  const { penalty, interest, charges } = PARTS[lang];
  await open("SampleCard");
  await fill(words.Rate, "0");
  await waiver(penalty).fill("50%");
  // Half of 3,913.77, to the cent.
  await comes({ TotalWaived: "1,956.89", TotalToPay: "46,575.28" });
  await waiver(penalty).fill("1956");
  await comes({ TotalWaived: "1,956.00", TotalToPay: "46,576.17" });
  await waiver(interest).fill("５０％");
  await waiver(charges).fill("¥300");
  await comes({ TotalWaived: "3,815.20", TotalToPay: "44,716.97" });
  await hand.down("４.1５万");
  await comes({ DueNow: "41,500.00", TotalToPay: "44,716.97" });
});

journey("a lump sum with thirty percent off by a date", async (hand) => {
  const { page, words, open, tick, fill, comes } = hand;
  await open("SampleCard");
  await tick(words.LumpSum);
  await fill(words.Rate, "0");
  await fill(words.Discount, "30%");
  const dates = page.getByLabel(words.PayBy, { exact: true }).or(page.getByLabel(words.FirstPaymentOn, { exact: true }));
  await dates.first().fill("2026年11月30日");
  await comes({ EachPayment: "33,972.52", Payments: "1", TotalToPay: "33,972.52", TotalWaived: "14,559.65", LastDate: "2026-11-30" });
});

const DEFERRALS = {
  zh: { frozen: "延期期间停息", accrues: "延期期间照常计息", capitalised: 2 },
  en: { frozen: "No interest meanwhile", accrues: "Interest runs on meanwhile", capitalised: 2 },
};

journey("four options stand side by side: three ways to start later, and one sum", async (hand) => {
  const { page, words, lang, open, fill, field, press, tick, comes, button } = hand;
  await open("SampleCard");
  await fill(words.Rate, "12");
  await fill(words.FirstPaymentOn, "2027-05-20");
  const later = async (way) => {
    const option = typeof way === "number" ? { index: way } : { label: way };
    await field(words.UntilStart).selectOption(option);
  };
  await later(DEFERRALS[lang].frozen);
  await comes({ TotalToPay: "51,251.65", Payments: "12", LastDate: "2028-04-20" }, 0);
  await press(words.DuplicateChoice);
  await later(DEFERRALS[lang].accrues);
  await press(words.DuplicateChoice);
  await later(DEFERRALS[lang].capitalised);
  await page.getByRole("button", { name: words.AddChoice }).click();
  await tick(words.LumpSum);
  await fill(words.Rate, "0");
  await fill(words.Discount, "30%");
  await comes({ TotalToPay: "51,251.65" }, 0);
  await comes({ TotalToPay: "53,309.99" }, 1);
  await comes({ TotalToPay: "53,447.95" }, 2);
  await comes({ TotalToPay: "33,972.52" }, 3);
  assert.equal(await page.getByRole("button", { name: words.AddChoice }).count(), 0);
  assert.ok(await button(words.DuplicateChoice).isDisabled());
  await page.getByRole("button", { name: /^B / }).click();
  await press(words.RemoveChoice);
  await comes({ TotalToPay: "53,447.95" }, 1);
  await comes({ TotalToPay: "33,972.52" }, 2);
});

const EARLIER = { zh: /\d\d:\d\d的结果/, en: /As of \d\d:\d\d/ };

const SLIPS = {
  zh: { count: /这不是整数/, amount: /逗号应当每三位一个/, waiver: /罚息减免.*但只欠/ },
  en: { count: /Not a whole number/, amount: /Commas stand before every three digits/, waiver: /The waiver of penalty interest is .* but only/ },
};

journey("half-typed input leaves the last result standing and says what is wrong", async (hand) => {
  const { page, words, lang, open, fill, waiver, comes, button, field, cell } = hand;
  await open("SampleCard");
  await fill(words.Rate, "0");
  await comes({ TotalToPay: "48,532.17", EachPayment: "4,044.35" });
  const slip = async (place, text, said) => {
    const before = await place.inputValue();
    await place.fill(text);
    await page.getByText(said).first().waitFor();
    assert.equal(await place.getAttribute("aria-invalid"), "true");
    assert.equal(await cell(words.EachPayment), "4,044.35");
    assert.match(await cell(words.Verdict), EARLIER[lang]);
    assert.ok(await button(words.MakeAgreement).isDisabled());
    assert.equal(await place.inputValue(), text);
    await place.fill(before);
    await until(() => place.getAttribute("aria-invalid"), null);
  };
  await slip(field(words.HowManyPayments), "twelve", SLIPS[lang].count);
  await slip(hand.now(), "2,00", SLIPS[lang].amount);
  await slip(waiver(PARTS[lang].penalty), "3913.78", SLIPS[lang].waiver);
  await comes({ TotalToPay: "48,532.17", EachPayment: "4,044.35" });
});

journey("the card is refused with reasons in words, and changed until it is allowed", async (hand) => {
  const { page, words, lang, open, fill, waiver, cell, comes, button } = hand;
  const said = DECISIONS[lang];
  await open("SampleCard");
  await fill(words.HowManyPayments, "36");
  await waiver(PARTS[lang].penalty).fill("50%");
  await comes({ Payments: "36", DueNow: "0.00", TotalWaived: "1,956.89" });
  await until(() => cell(words.Verdict), said.refused);
  assert.ok(await button(words.MakeAgreement).isDisabled());
  const verdict = page.getByRole("region", { name: words.Verdict, exact: true });
  const reasons = await verdict.innerText();
  // Of each rule that is missed: what it asks, what the option has, by how much it misses, and who may say yes.
  for (const shown of [/4,853\.21[^]*10%[^]*0%/, /9,706\.43[^]*20%/, /782\.75[^]*30%[^]*50%/, /1,174\.14/, /12[^]*24[^]*36/]) {
    assert.match(reasons, shown);
  }
  assert.equal(reasons.match(lang === "zh" ? /请主管审批/g : /ask a supervisor to approve/g).length, 3);
  await hand.down("10%");
  await until(() => cell(words.Verdict), said.supervisor);
  await fill(words.HowManyPayments, "24");
  await hand.down("20%");
  await waiver(PARTS[lang].penalty).fill("30%");
  await comes({ Payments: "24", DueNow: "9,706.44", EachPayment: "1,668.74", TotalWaived: "1,174.13" });
  await until(() => cell(words.Verdict), said.allowed);
  assert.ok(await button(words.MakeAgreement).isEnabled());
});

journey("the small loan's 292 % a year is refused by law, whatever the house allows", async (hand) => {
  const { page, words, lang, open, fill, cell } = hand;
  await open("SampleMicro");
  await fill(words.HowManyPayments, "24");
  await hand.down("10%");
  await until(() => cell(words.Verdict), DECISIONS[lang].refused);
  const verdict = page.getByRole("region", { name: words.Verdict, exact: true });
  assert.ok((await verdict.innerText()).includes(words.StatutoryRule));
});

journey("the schedule settles to the cent, and stopping after each payment has its price", async (hand) => {
  const { page, words, agreeable, press, button } = hand;
  await agreeable();
  const schedule = page.getByRole("table", { name: words.Schedule, exact: true });
  const all = button(new RegExp(`^${words.ShowAllRows}`)).first();
  if (await all.count()) await all.click();
  const lines = await schedule.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll("td.amount, td")].map((cell) => cell.textContent)),
  );
  const cents = (text) => Number(text.replace(/[,.]/g, ""));
  const amounts = lines.map((cells) => cells.filter((text) => /^[\d,]+\.\d\d$/.test(text)).map(cents));
  assert.equal(lines.length, 25);
  for (const [paid, ...rest] of amounts) {
    const parts = rest.slice(0, -1).reduce((sum, part) => sum + part, 0);
    assert.equal(parts, paid);
  }
  assert.equal(amounts.at(-1).at(-1), 0);
  await page.getByText(words.IfIStop, { exact: true }).first().click();
  const stops = page.getByRole("table", { name: words.IfIStop, exact: true });
  const stopRows = stops.locator("tbody tr");
  await until(() => stopRows.count(), 25);
  assert.match(await stopRows.first().innerText(), /48,532\.17/);
  assert.match(await stopRows.nth(3).innerText(), /1,174\.13/);
});

journey("an amount is put in order when its field is left, and what is no amount stays as typed", async (hand) => {
  const { page, open, fill, words, field, comes } = hand;
  await open("SampleCard");
  await fill(words.Rate, "0");
  for (const [typed, shown] of [["4.85万", "48,500"], ["１２００", "1,200"], ["¥2,000.5", "2,000.50"], ["2,00", "2,00"], ["800", "800"]]) {
    await field(words.CanPayMonthly).fill(typed);
    await field(words.CanPayMonthly).blur();
    await until(() => field(words.CanPayMonthly).inputValue(), shown);
  }
  await comes({ EachPayment: "800.00" });
});
