// Nothing typed is ever lost: not by a switch of language, a reload, a step back, or a closed tab.

import assert from "node:assert/strict";
import { appStands } from "./harness.mjs";
import { PARTS, hands, journeys, until } from "./journeys.mjs";
import { LOCALES } from "./words.mjs";

const { journey } = journeys();
const other = (lang) => (lang === "zh" ? "en" : "zh");
const OWN_NAME = { zh: "中文", en: "English" };

/** Three texts in the middle of being typed, one of them unreadable. */
async function half(hand) {
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "2四");
  await hand.down("４,85");
  await hand.waiver(PARTS[hand.lang].penalty).fill("５０％");
}

async function stands(hand) {
  const { words, field, waiver, lang } = hand;
  const read = async () => [
    await field(words.HowManyPayments).first().inputValue(),
    await hand.now().inputValue(),
    await waiver(PARTS[lang].penalty).inputValue(),
  ];
  await until(read, ["2四", "４,85", "５０％"]);
}

journey("switching the language in the middle of typing keeps every text", async (hand) => {
  const { page, lang } = hand;
  await half(hand);
  for (const next of [other(lang), lang]) {
    await hand.press(OWN_NAME[next]);
    await until(() => page.locator("html").getAttribute("lang"), new RegExp(`^${next}`));
    await stands(hands(page, next));
  }
});

journey("switching the language keeps a case file that cannot be read, and a form", async (hand) => {
  const { page, lang, words } = hand;
  const text = '{"format": "quittance-case/1", "as_of": ';
  await hand.fill(words.CaseText, text);
  await hand.press(OWN_NAME[other(lang)]);
  const theirs = hands(page, other(lang));
  await until(() => theirs.field(theirs.words.CaseText).inputValue(), text);
  await theirs.fill(theirs.words.CaseText, "");
  await theirs.press(theirs.words.TypeIn);
  await theirs.fill(theirs.words.Creditor, "样例 & <Bank>");
  await theirs.press(OWN_NAME[lang]);
  await until(() => hand.field(words.Creditor).inputValue(), "样例 & <Bank>");
});

/** Long enough for a draft to be kept. */
const kept = (page) =>
  until(() => page.evaluate(() => Object.values(localStorage).join("\n").includes("2四")), true);

/** Goes somewhere that is not the app, so that what follows starts from what was kept. */
async function reopened(hand, how) {
  const { page, lang } = hand;
  await how(page);
  await appStands(page);
  page.left = () => [];
  await stands(hands(page, lang));
}

journey("a reload, and a step away and back, keep the draft", async (hand) => {
  await half(hand);
  await reopened(hand, (page) => page.reload());
  await reopened(hand, async (page) => {
    await page.goto("about:blank");
    await page.goBack();
  });
});

/** Another language, chosen after the draft came back. */
async function reloadedInAnother(page, lang) {
  await page.reload();
  await appStands(page);
  await page.getByRole("button", { name: OWN_NAME[other(lang)], exact: true }).click();
}

/** How a draft comes back, and in which language it then stands. */
const RETURNS = {
  "a reload": { how: (page) => page.reload() },
  "a step away and back": {
    async how(page) {
      await page.goto("about:blank");
      await page.goBack();
    },
  },
  "a reload and a switch of language": { how: reloadedInAnother, then: other },
};

for (const [way, { how, then = (lang) => lang }] of Object.entries(RETURNS)) {
  journey(`a case that came back by ${way} gives way to another`, async (hand) => {
    const { page, lang } = hand;
    await half(hand);
    await kept(page);
    await how(page, lang);
    await appStands(page);
    page.left = () => [];
    const theirs = hands(page, then(lang));
    const { words } = theirs;
    await stands(theirs);
    await theirs.press(words.OtherCase);
    await page.getByRole("heading", { name: words.StartHere, exact: true }).waitFor();
    await theirs.press(words.BackToCase);
    await stands(theirs);
    await theirs.press(words.OtherCase);
    await theirs.open("SampleBritish");
    await theirs.reads(/£/);
    assert.deepEqual(page.faults(), []);
  });
}

journey("a tab closed in the middle of typing leaves its draft and its language to the next one", async (hand) => {
  const { page, lang, house } = hand;
  await hand.press(OWN_NAME[other(lang)]);
  const theirs = hands(page, other(lang));
  await half(theirs);
  await kept(page);
  const next = await house.newPage({ context: page.context(), locale: LOCALES[lang] });
  await stands(hands(next, other(lang)));
  assert.deepEqual(next.faults(), []);
  assert.deepEqual(next.left(), []);
  await next.close();
  page.left = () => [];
});

journey("two tabs with one draft: the one left behind asks which should stand", async (hand) => {
  const { page, house, lang, words } = hand;
  await half(hand);
  await kept(page);
  const second = await house.newPage({ context: page.context(), locale: LOCALES[lang] });
  const theirs = hands(second, lang);
  await stands(theirs);
  await theirs.fill(words.HowManyPayments, "18");
  await page.getByText(words.ChangedElsewhere).waitFor();
  await stands(hand);
  await hand.press(words.TakeTheirs);
  await until(() => hand.field(words.HowManyPayments).inputValue(), "18");
  await second.close();
  page.left = () => [];
});

journey("where the device keeps nothing, the app says so and still works", async ({ house }) => {
  const empty = await house.newPage({ path: "about:blank", ready: null });
  await empty.context().addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  const blocked = await house.newPage({ context: empty.context() });
  const hand = hands(blocked, "zh");
  await blocked.getByText(hand.words.KeepsNoDraft).waitFor();
  await hand.open("SampleCard");
  assert.deepEqual(blocked.faults(), []);
  await empty.context().close();
});
