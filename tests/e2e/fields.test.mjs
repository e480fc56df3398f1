// U5: the 22 fields of an agreement on screen, as text, in what Chromium prints and in the PDF that the page makes; every
// amount of the one in the other; the QR code of a printed page; tables that go on over pages. Each look is shown to see
// what it is for. `cargo xtask figures U5` takes every kind of option in every profile; a test run one kind of each.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { FIELDS, fieldsOf, grouped, missing, pageOf } from "./fields.mjs";
import { DESK, WHOLE, openHouse, test } from "./harness.mjs";
import { hands, saved } from "./journeys.mjs";
import { amounts, codeOn, pagesOf, sizeOf, squeezed } from "./pdf_files.mjs";
import { KINDS, SAMPLES, draftOf } from "./plans.mjs";
import { LOCALES } from "./words.mjs";

/** Papers by what a printer is asked for, and in points. */
const PAPERS = {
  A4: { asked: { width: "210mm", height: "297mm" }, points: [595, 842] },
  Letter: { asked: { width: "8.5in", height: "11in" }, points: [612, 792] },
};
const LANGUAGES = [["zh"], ["en"], ["zh", "en"]];
/** For a test run, one kind for each profile. */
const SOME = ["waived by steps", "balloon", "agreed days", "every week", "lump sum for less"];

let house;
let folder;
const count = { papers: 0, fields: 0, amounts: 0, codes: 0, rows: 0, controls: 0 };
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "quittance-fields-"));
  house = await openHouse();
});
after(async () => {
  await house?.close();
  if (folder) await rm(folder, { recursive: true });
  console.log(
    `U5: ${count.papers} papers: ${count.fields} fields, ${count.amounts} amounts, ${count.codes} QR codes and ` +
      `${count.rows} rows of tables in their place; ${count.controls} planted faults seen`,
  );
});

/** The cases of this run: profile, kind of option, languages. */
function* cases() {
  const profiles = [...Object.keys(SAMPLES).entries()];
  for (const [row, kind] of Object.keys(KINDS).entries()) {
    for (const [column, profile] of profiles) {
      if (WHOLE || SOME[column] === kind) yield { profile, kind, languages: LANGUAGES[(row + column) % 3] };
    }
  }
}

/** Opens the agreement of a case, in its languages, and hands it to `use`. */
async function onAgreement({ profile, kind, languages }, use) {
  const [lang] = languages;
  const page = await house.newPage({ ...DESK, locale: LOCALES[lang], draft: draftOf(profile, kind) });
  try {
    const hand = hands(page, lang);
    const { words, press } = hand;
    await press(words.MakeAgreement);
    await page.locator("article").waitFor();
    if (languages.length > 1) {
      await press(words.BothLanguages);
      await page.locator("article .side-by-side").first().waitFor();
    }
    await use(hand);
    assert.deepEqual(page.faults(), []);
  } finally {
    await page.context().close();
  }
}

/** What Chromium prints on a paper. */
async function printed(page, paper, name) {
  const path = join(folder, `${name}-${paper}.pdf`);
  await page.pdf({ path, ...PAPERS[paper].asked });
  return path;
}

/** The tables on screen: their heads and their rows. */
const tablesOf = (page) =>
  page.locator("article table.ledger").evaluateAll((tables) =>
    tables.map((table) => ({
      caption: table.caption.innerText,
      head: table.tHead.innerText,
      rows: [...table.tBodies[0].rows].map((row) => row.innerText),
    })),
  );

/** Rows that are on no page whole, and pages with rows of a table but without its head, or with that and no row. */
function brokenTables(pages, tables) {
  const texts = pages.map(squeezed);
  const faults = [];
  for (const table of tables) {
    const [caption, head] = [squeezed(table.caption), squeezed(table.head)];
    const rows = table.rows.map(squeezed);
    for (const row of rows) if (!texts.some((text) => text.includes(row))) faults.push(`split: ${row}`);
    for (const [at, text] of texts.entries()) {
      if (rows.some((row) => text.includes(row))) {
        if (!text.includes(head)) faults.push(`page ${at + 1} without ${head}`);
      } else if (text.includes(head) || text.includes(caption)) {
        faults.push(`page ${at + 1} with no row under ${head}`);
      }
    }
  }
  return faults;
}

/** Amounts that the one has and the other has not, both ways. */
function apart(one, other) {
  const [these, those] = [amounts(one), amounts(other)];
  return [...[...these].filter((amount) => !those.has(amount)), ...[...those].filter((amount) => !these.has(amount))];
}

/** The code that stands where the paper says how to verify, or on the next page where that one is full. */
function codeOf(path, pages, paper) {
  const page = pageOf(pages, "Verification", paper);
  return codeOn(path, page) ?? (page < pages.length ? codeOn(path, page + 1) : null);
}

/** The amounts of the plan itself, as the data file has them. */
function amountsOfPlan({ rows, totals, opening, if_payments_stop: stops }) {
  const paying = rows.filter((row) => row.kind !== "deferral").map((row) => row.amount);
  const parts = Object.values(opening).filter((part) => part !== "0.00");
  return [...paying, ...parts, totals.paid, ...stops.map((stop) => stop.total)].map(grouped);
}

/** Looks at everything that is handed over of one agreement; answers with what the further looks need. */
async function looked(hand, { profile, languages }, name) {
  const { page } = hand;
  const data = JSON.parse(String((await saved(hand, "SaveData")).bytes));
  assert.equal(data.profile, profile);
  const article = await page.locator("article").innerText();
  const tables = await tablesOf(page);
  const text = String((await saved(hand, "SaveTextFile")).bytes);
  const made = (await saved(hand, "SavePdf")).path;
  const prints = [];
  for (const paper of Object.keys(PAPERS)) prints.push(await printed(page, paper, name));
  const media = { screen: article, text, made: pagesOf(made) };
  for (const [at, paper] of Object.keys(PAPERS).entries()) media[paper] = pagesOf(prints[at]);

  for (const [medium, said] of Object.entries(media)) {
    const whole = [said].flat().join("\n");
    assert.deepEqual(missing(whole, { languages, data }), [], `${name}, ${medium}`);
    const known = amounts(whole);
    assert.deepEqual(amountsOfPlan(data).filter((amount) => !known.has(amount)), [], `${name}, ${medium}`);
    // As text the tables are sentences, which leave out what is nothing.
    if (medium !== "text") assert.deepEqual(apart(article, whole), [], `${name}, ${medium}`);
    count.fields += FIELDS.length;
    count.amounts += known.size;
  }
  for (const [at, [paper, { points }]] of Object.entries(PAPERS).entries()) {
    const apart = sizeOf(prints[at]).map((side, place) => Math.abs(side - points[place]));
    assert.ok(Math.max(...apart) <= 1, `${name}, ${paper}: ${sizeOf(prints[at])}`);
    assert.deepEqual(brokenTables(media[paper], tables), [], `${name}, ${paper}`);
    count.rows += tables.flatMap((table) => table.rows).length;
  }
  // Both prints hold the same drawing: the one or the other is rendered.
  const side = count.papers % 2;
  for (const [path, pages] of [[made, media.made], [prints[side], media[Object.keys(PAPERS)[side]]]]) {
    assert.equal(codeOf(path, pages, { languages, data }), data.link, name);
    count.codes += 1;
  }
  count.papers += 1;
  return { data, tables, prints };
}

for (const one of cases()) {
  const name = `${one.profile}, ${one.kind}, ${one.languages.join(" and ")}`;
  test(`all fields, amounts and codes: ${name}`, () =>
    onAgreement(one, async (hand) => {
      await looked(hand, one, name.replace(/[^a-z]+/g, "-"));
    }));
}

/** The text of the document without each of its fields in turn. */
const withoutEach = () => {
  const article = document.querySelector("article");
  return [...article.querySelectorAll(".paper-section")].map((section) => {
    const after = section.nextSibling;
    const within = section.parentNode;
    section.remove();
    const text = article.innerText;
    within.insertBefore(section, after);
    return text;
  });
};

test("each field that is taken out is missed, on screen and in print", () =>
  onAgreement({ profile: "cn-card", kind: "equal instalments", languages: ["zh"] }, async (hand) => {
    const { page } = hand;
    const data = JSON.parse(String((await saved(hand, "SaveData")).bytes));
    const names = fieldsOf("cn-card");
    const without = (text, at) => {
      const faults = missing(text, { languages: ["zh"], data });
      assert.ok(faults.some((fault) => fault.startsWith(`${names[at]}:`)), `${names[at]}: ${faults}`);
      count.controls += 1;
    };
    const texts = await page.evaluate(withoutEach);
    assert.equal(texts.length, 22);
    for (const [at, text] of texts.entries()) without(text, at);
    for (const at of WHOLE ? names.keys() : [4, 20]) {
      const section = page.locator(".paper-section").nth(at);
      await section.evaluate((element) => (element.hidden = true));
      await section.evaluate((element) => element.style.setProperty("display", "none", "important"));
      without(pagesOf(await printed(page, "A4", `without-${at}`)).join("\n"), at);
      await section.evaluate((element) => {
        element.hidden = false;
        element.style.removeProperty("display");
      });
    }
  }));

test("another amount, a head that does not come again, and a page without a code are seen", () =>
  onAgreement({ profile: "gb", kind: "every week", languages: ["en"] }, async (hand) => {
    const { page } = hand;
    const tables = await tablesOf(page);
    const article = await page.locator("article").innerText();
    const cell = page.locator("article table.ledger td.amount").nth(9);
    const before = await cell.innerText();
    await cell.evaluate((element) => (element.textContent = "7,654.31"));
    const other = pagesOf(await printed(page, "A4", "other"));
    assert.ok(apart(article, other.join("\n")).includes("7,654.31"));
    assert.match(brokenTables(other, tables).join("\n"), /^split/m);
    await cell.evaluate((element, before) => (element.textContent = before), before);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("@media print { .ledger thead { display: table-row-group !important } }");
      document.adoptedStyleSheets = [sheet];
    });
    const path = await printed(page, "A4", "headless");
    assert.match(brokenTables(pagesOf(path), tables).join("\n"), /^page \d+ without/m);
    assert.equal(codeOn(path, 1), null);
    count.controls += 4;
  }));
