// A case comes to the desk: as a sample, as a file pasted, picked or dropped, or typed in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { journeys, until } from "./journeys.mjs";

const { journey } = journeys();
const sample = (id) => readFileSync(new URL(`../../src/samples/${id}.json`, import.meta.url), "utf8");
const CARD = sample("card-cn");
const changed = (from, to) => {
  const text = CARD.replace(from, to);
  assert.notEqual(text, CARD, `${from} is not in the sample`);
  return text;
};

journey("the card sample shows the claim by component, its age and stage, and says that it is a sample", async (hand) => {
  const { page, words, open, cell, text } = hand;
  await open("SampleCard");
  const owed = page.getByRole("table", { name: words.Owed, exact: true });
  const lines = (await owed.locator("tr").allInnerTexts()).map((line) => line.split(/\s+/).at(-1));
  assert.deepEqual(
    lines.filter((amount) => amount !== "0.00").sort(),
    ["300.00", "3,118.40", "3,913.77", "41,200.00"].sort(),
  );
  const all = await text();
  for (const shown of ["48,532.17", "45", "M2", words.SampleNote]) assert.ok(all.includes(shown), shown);
  assert.equal(await cell(words.TotalWaived), "0.00");
});

journey("the bank loan shows what its history makes of the penalty, and plans can start from that", async (hand) => {
  const { page, words, open, text, tick, fill, comes } = hand;
  await open("SampleLoan");
  const check = page.getByRole("table", { name: words.ClaimChecked, exact: true });
  const rows = (await check.locator("tbody tr").allInnerTexts()).map((line) => line.match(/[\d,]+\.\d\d/g));
  assert.deepEqual(rows, [
    ["119.53", "117.89", "1.64"],
    ["7.69", "7.58", "0.11"],
    ["77,213.06", "77,211.31", "1.75"],
  ]);
  assert.ok((await text()).includes(words.ClaimDiffers));
  await fill(words.Rate, "0");
  await comes({ TotalToPay: "77,213.06" });
  await tick(words.Recomputed);
  await comes({ TotalToPay: "77,211.31" });
});

journey("a pasted file opens, and another can be had in its place and put back", async (hand) => {
  const { page, words, fill, press, reads, button } = hand;
  await fill(words.CaseText, sample("loan-gb"));
  await button(words.MakeAgreement).waitFor();
  await fill(words.HowManyPayments, "17");
  await press(words.OtherCase);
  await page.getByRole("heading", { name: words.StartHere }).waitFor();
  await press(words.BackToCase);
  await button(words.MakeAgreement).waitFor();
  assert.equal(await hand.field(words.HowManyPayments).inputValue(), "17");
  await reads(/GBP|£/);
});

journey("another case can be had after a choice came and went, and after the agreement was read", async (hand) => {
  const { page, words, open, press, button } = hand;
  const start = page.getByRole("heading", { name: words.StartHere, exact: true });
  await open("SampleCard");
  await press(words.DuplicateChoice);
  await press(words.RemoveChoice);
  await press(words.OtherCase);
  await start.waitFor();
  await open("SampleLoan");
  await press(words.MakeAgreement);
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  await press(words.BackToDesk);
  await button(words.MakeAgreement).waitFor();
  await press(words.OtherCase);
  await start.waitFor();
  await open("SampleBritish");
  await hand.reads(/£/);
});

journey("a picked file and a dropped file open", async (hand) => {
  const { page, words, press, button, reads } = hand;
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(sample("property-cn")) });
  await button(words.MakeAgreement).waitFor();
  await press(words.OtherCase);
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "case.json", { type: "application/json" }));
    return transfer;
  }, CARD);
  const place = page.getByRole("heading", { name: words.StartHere });
  await place.dispatchEvent("dragover", { dataTransfer: dropped });
  await place.dispatchEvent("drop", { dataTransfer: dropped });
  await button(words.MakeAgreement).waitFor();
  await reads(/48,532\.17/);
});

const BAD = [
  ["not JSON", "{\n  \"format\": 7,,", { zh: /第2行/, en: /line 2/ }],
  ["a missing field", changed('"as_of": "2026-11-20",', ""), { zh: /as_of|截至日期/, en: /as_of|as of/i }],
  ["an unknown field", changed('"product"', '"colour": "red", "product"'), { zh: /colour/, en: /colour/ }],
  ["a negative amount", changed('"3118.40"', '"-3118.40"'), { zh: /-3118\.40/, en: /-3118\.40/ }],
  ["an impossible date", changed('"2026-10-06"', '"2026-02-30"'), { zh: /2026-02-30/, en: /2026-02-30/ }],
  ["balances that do not add up", changed('"48532.17"', '"48532.18"'), { zh: /48,532\.18.*48,532\.17/, en: /48,532\.18.*48,532\.17/ }],
  ["more decimals than the currency has", changed('"300.00"', '"300.001"'), { zh: /300\.001/, en: /300\.001/ }],
  ["a pack of another place", changed('"house-card-cn"', '"house-loan-gb"'), { zh: /house-loan-gb/, en: /house-loan-gb/ }],
];

journey("a file that cannot be read gets one sentence that names the place, and keeps its text", async (hand) => {
  const { page, words, lang, field, fill, button } = hand;
  const place = field(words.CaseText);
  for (const [what, text, said] of BAD) {
    await fill(words.CaseText, "");
    await fill(words.CaseText, text);
    const described = await place.getAttribute("aria-describedby");
    const sentence = () => page.locator(`[id="${described}"]`).innerText();
    await until(sentence, said[lang]);
    assert.doesNotMatch((await sentence()).trim(), /\n/, what);
    assert.equal(await place.inputValue(), text, what);
    assert.equal(await place.getAttribute("aria-invalid"), "true", what);
    assert.equal(await button(words.MakeAgreement).count(), 0, what);
  }
  // Mended in place, it waits for its button, so that it does not vanish under the hand.
  await fill(words.CaseText, CARD);
  await button(words.ReadCase).click();
  await button(words.MakeAgreement).waitFor();
});

const FORM = [
  ["Creditor", "样例银行"],
  ["CreditorContact", "400-000-0001"],
  ["CreditorComplaints", "12378"],
  ["PaymentChannel", "手机应用内还款"],
  ["BorrowerMasked", "王*"],
  ["AccountMasked", "****0417"],
  ["AsOf", "2026-11-20"],
  ["OverdueSince", "2026/9/1"],
  ["SignedOn", "2024年1月5日"],
  ["OriginalPrincipal", "5万"],
  ["ContractRatePercent", "１２％"],
];

journey("a case is typed in, with amounts as people write them", async (hand) => {
  const { page, words, press, fill, lang, comes, button } = hand;
  await press(words.TypeIn);
  for (const [label, text] of FORM) await fill(words[label], text);
  const principal = page.getByLabel({ zh: "本金", en: "Principal" }[lang], { exact: true });
  await principal.fill("48,53");
  await page.getByText(lang === "zh" ? /逗号应当每三位一个/ : /Commas stand before every three digits/).waitFor();
  assert.equal(await principal.inputValue(), "48,53");
  assert.equal(await page.getByLabel(words.Creditor, { exact: true }).inputValue(), "样例银行");
  await principal.fill("４.8５万");
  await page.getByLabel({ zh: "利息", en: "Interest" }[lang], { exact: true }).fill("¥1,200.50");
  await press(words.ToThePlan);
  await button(words.MakeAgreement).waitFor();
  await fill(words.Rate, "0");
  await comes({ TotalToPay: "49,700.50" });
});
