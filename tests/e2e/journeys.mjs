// A journey: one story told at a desk in one language and on a phone in the other. It fails if anything
// left the page after it stood, or if the page met an error, whatever else it asserts.
//
//   const { journey } = journeys();
//   journey("a sample opens", async ({ page, words, press }) => { ... });

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { DESK, openHouse, test } from "./harness.mjs";
import { LOCALES, WORDS } from "./words.mjs";

export const TALL_PHONE = { width: 375, height: 812 };
const FACES = [
  [
    { lang: "zh", size: DESK, name: "desk, Chinese" },
    { lang: "en", size: TALL_PHONE, name: "phone, English" },
  ],
  [
    { lang: "en", size: DESK, name: "desk, English" },
    { lang: "zh", size: TALL_PHONE, name: "phone, Chinese" },
  ],
];
const PATIENCE = 6_000;

/** Waits until what is read is what is wanted, and says the difference if it never is. */
export async function until(read, wanted) {
  const end = Date.now() + PATIENCE;
  let found;
  do {
    found = await read();
    if (wanted instanceof RegExp ? wanted.test(found) : JSON.stringify(found) === JSON.stringify(wanted)) return;
    await new Promise((done) => setTimeout(done, 40));
  } while (Date.now() < end);
  if (wanted instanceof RegExp) assert.match(found, wanted);
  else assert.deepEqual(found, wanted);
}

/** The file that a button hands over. */
export async function saved(hand, label) {
  const waiting = hand.page.waitForEvent("download");
  await hand.press(hand.words[label]);
  const download = await waiting;
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
}

/** What a person can do on a page, in its language. */
export function hands(page, lang) {
  const words = WORDS[lang];
  const button = (name) => page.getByRole("button", { name, exact: true });
  const field = (name) => page.getByLabel(name, { exact: true });
  const hand = {
    page,
    lang,
    words,
    button,
    field,
    press: (name) => button(name).click(),
    fill: (name, text) => field(name).first().fill(text),
    /** What is paid at once: in the sentence of the call, whose label is half a sentence. */
    now: () => field(words.CanPayNow).or(field(words.AndNow)).first(),
    down: (text) => hand.now().fill(text),
    tick: (name) => page.getByRole("radio", { name, exact: true }).check({ force: true }),
    /** The field of what is given up of a part of the debt; its label names what is owed of it. */
    waiver: (part) => page.getByRole("textbox", { name: new RegExp(`^${part}`) }),
    text: () => page.innerText("main"),
    reads: (wanted) => until(() => page.innerText("main"), wanted),
    /** One cell of the table of options: a row by its words, a column by its place from 0. */
    async cell(row, column = 0) {
      const head = page.getByRole("rowheader", { name: row, exact: true });
      const line = page.getByRole("table", { name: words.Choices, exact: true }).locator("tr").filter({ has: head });
      return (await line.locator("td").nth(column).innerText()).replace(/\s+/g, " ").trim();
    },
    /** Waits until the rows of one option read so. */
    async comes(rows, column = 0) {
      const names = Object.keys(rows);
      const read = async () => {
        const cells = await Promise.all(names.map((name) => hand.cell(words[name], column)));
        return Object.fromEntries(names.map((name, at) => [name, cells[at]]));
      };
      await until(read, rows);
    },
    async open(sample) {
      await hand.press(words[sample]);
      await page.getByRole("button", { name: words.MakeAgreement, exact: true }).waitFor();
    },
    /** The card as both sides agree to it: 24 payments, a fifth down, 30 % of the penalty waived. */
    async agreeable() {
      await hand.open("SampleCard");
      await hand.fill(words.HowManyPayments, "24");
      await hand.down("20%");
      await hand.waiver(PARTS[lang].penalty).fill("30%");
      await hand.comes({ Payments: "24", DueNow: "9,706.44", TotalWaived: "1,174.13" });
    },
    async agreement() {
      await hand.agreeable();
      await hand.press(words.MakeAgreement);
      await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
    },
    /** Makes the link and hands it back as it stands in its field. */
    async link() {
      await hand.press(words.CreateLink);
      return page.getByLabel(words.ShareLink, { exact: true }).inputValue();
    },
  };
  return hand;
}

/** Parts of the debt as they begin a line. */
export const PARTS = {
  zh: { penalty: "罚息", interest: "利息", charges: "违约金" },
  en: { penalty: "Penalty interest", interest: "Interest", charges: "Late charges" },
};

/** The decisions, in the words of a verdict. */
export const DECISIONS = {
  zh: { allowed: /可以达成/, refused: /暂不能达成/, supervisor: /需主管审批/ },
  en: { allowed: /Allowed/, refused: /Not allowed/, supervisor: /Needs approval: supervisor/ },
};

/**
 * One browser for a file of journeys; desk and phone change languages from one journey to the next. `alter` may change
 * what the server sends.
 */
export function journeys({ alter } = {}) {
  const rooms = {};
  let turn = 0;
  before(async () => {
    rooms.house = await openHouse({ alter });
  });
  after(() => rooms.house?.close());

  /** A page in a context of its own, with its hands; `left` and `faults` are looked at when it closes. */
  async function visit({ lang, size, path, colorScheme, context }, use) {
    const page = await rooms.house.newPage({ ...size, locale: LOCALES[lang], path, colorScheme, context });
    try {
      await use({ ...hands(page, lang), house: rooms.house, visit });
      assert.deepEqual(page.left(), [], "something left the page");
      assert.deepEqual(page.faults(), [], "the page met an error");
    } finally {
      if (context) await page.close();
      else await page.context().close();
    }
  }

  function journey(name, use) {
    for (const { lang, size, name: face } of FACES[turn % FACES.length]) {
      test(`${name} (${face})`, () => visit({ lang, size }, use));
    }
    turn += 1;
  }
  return { journey, visit, rooms };
}
