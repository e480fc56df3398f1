// The papers that people keep: chosen, shown in one language or both, and saved as files that other programs read.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { TALL_PHONE, journeys, saved } from "./journeys.mjs";

const { journey, visit } = journeys();
const TO_PAY = "49,756.27";
const EACH = "1,668.74";
const OWED = "48,532.17";
const fragment = (link) => link.slice(link.indexOf("#"));

/** What another program reads in a PDF file, without what lines and pages add. */
function read({ path, bytes }) {
  assert.equal(bytes.subarray(0, 8).toString(), "%PDF-1.4");
  assert.ok(bytes.subarray(-7).toString().includes("%%EOF"));
  return execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8" }).replace(/\s+/g, "");
}

const squeezed = (text) => text.replace(/\s+/g, "");
const amounts = (text) => new Set(text.match(/\d[\d,]*\.\d\d/g));

/** Every paragraph of the paper on screen stands in the file, and every amount of the one in the other. */
async function sameAsShown(hand, file) {
  const text = read(file);
  const sheet = hand.page.locator("article");
  const shown = await sheet.locator("p").allInnerTexts();
  // The code beside the title stands apart in the file.
  const said = shown.filter((line) => /[。.]$/.test(line.trim()));
  assert.ok(said.length >= 10, `${said.length} paragraphs`);
  for (const line of said) assert.ok(text.includes(squeezed(line)), line);
  const cells = await sheet.locator("td").allInnerTexts();
  for (const amount of amounts(cells.join(" "))) assert.ok(text.includes(amount), amount);
  return text;
}

journey("each paper is shown and saved as a PDF that says the same", async (hand) => {
  const { page, words, agreement, press, lang } = hand;
  await agreement();
  const code = (await page.locator("article").innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)[0];
  const first = await saved(hand, "SavePdf");
  assert.equal(first.name, `quittance-agreement-${code}-${lang}.pdf`);
  const whole = await sameAsShown(hand, first);
  for (const wanted of [TO_PAY, EACH, OWED, code]) assert.ok(whole.includes(wanted), wanted);

  await press(words.BothLanguages);
  await page.locator("article .side-by-side").first().waitFor();
  assert.equal(await page.locator("article h1, article h2").count(), 23);
  const both = await saved(hand, "SavePdf");
  assert.equal(both.name, `quittance-agreement-${code}-zh-en.pdf`);
  const text = await sameAsShown(hand, both);
  assert.ok(text.includes("还款协议摘要") && text.includes("Repaymentagreementsummary"));
  assert.deepEqual(await page.axe(), []);

  await press(words.ArrearsNotice);
  await page.getByRole("heading", { name: words.ArrearsNotice }).waitFor();
  const notice = await sameAsShown(hand, await saved(hand, "SavePdf"));
  assert.ok(notice.includes(OWED) && !notice.includes(TO_PAY) && !notice.includes(code));
  assert.ok(!(await page.locator("article").innerText()).includes(TO_PAY));

  await press(words.RepaymentPlan);
  await page.getByRole("heading", { name: words.RepaymentPlan }).waitFor();
  await press(words.BothLanguages);
  const plan = await saved(hand, "SavePdf");
  assert.equal(plan.name, `quittance-plan-${code}-${lang}.pdf`);
  assert.ok((await sameAsShown(hand, plan)).includes(EACH));
  const asText = await saved(hand, "SaveTextFile");
  assert.equal(asText.name, `quittance-plan-${code}-${lang}.txt`);
  assert.ok(String(asText.bytes).startsWith(words.RepaymentPlan) && String(asText.bytes).includes(EACH));
});

/** The figures of the files, on the desk and where the link was opened. */
async function checkFiles(hand, link) {
  const calendar = await saved(hand, "SaveCalendar");
  const lines = String(calendar.bytes).split("\r\n");
  assert.ok(calendar.name.endsWith(".ics") && lines[0] === "BEGIN:VCALENDAR");
  const identities = lines.filter((line) => line.startsWith("UID:"));
  assert.equal(identities.length, 25);
  assert.equal(new Set(identities).size, 25);

  const table = await saved(hand, "SaveSpreadsheet");
  const rows = String(table.bytes).split("\r\n").filter(Boolean);
  assert.ok(table.name.endsWith(".csv") && rows[0].startsWith("\ufeff"));
  assert.equal(rows.filter((row) => row.includes(EACH.replace(",", ""))).length, 23);

  const data = await saved(hand, "SaveData");
  const read = JSON.parse(String(data.bytes));
  assert.ok(data.name.endsWith(".json"));
  assert.equal(read.totals.paid, TO_PAY.replace(",", ""));
  assert.equal(read.totals.count, 24);
  assert.equal(fragment(read.link), fragment(link));
  return [calendar, table, data].map(({ bytes }) => String(bytes));
}

journey("calendar, table and data are saved at the desk and again by whoever opens the link", async (hand) => {
  const { lang, words, agreement, link } = hand;
  await agreement();
  const made = await link();
  const mine = await checkFiles(hand, made);
  await visit({ lang, size: TALL_PHONE, path: fragment(made) }, async (theirs) => {
    await theirs.press(words.KeepThis);
    assert.deepEqual(await checkFiles(theirs, made), mine, "the same bytes for both sides");
    const paper = await saved(theirs, "SavePdf");
    const text = await sameAsShown(theirs, paper);
    assert.ok(text.includes(TO_PAY));
  });
});
