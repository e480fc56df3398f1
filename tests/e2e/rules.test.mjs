// The rules place: reached from the desk and back; a pack browsed, mended, checked, compared and tried; a lender's
// own pack at the desk. Nothing leaves either page, and nothing that was given is lost by a switch of language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, DIST, appStands, test } from "./harness.mjs";
import { DECISIONS, PARTS, TALL_PHONE, journeys, until } from "./journeys.mjs";
import { LOCALES, RULES_WORDS, WORDS } from "./words.mjs";

const { journey, visit, rooms } = journeys();
const CARD = readFileSync(new URL("../../src/engine/rules/packs/house-card-cn.json", import.meta.url), "utf8");
const CASE = readFileSync(new URL("../../src/samples/card-cn.json", import.meta.url), "utf8");
const OWN_NAME = { zh: "中文", en: "English" };

/** One text in place of another, which must be there. */
function changed(text, this_, that) {
  assert.ok(text.includes(this_), this_);
  return text.replace(this_, that);
}
const OURS = changed(CARD, '"id": "house-card-cn"', '"id": "our-card"').replace("Card centre (sample)", "Our card pack").replace("信用卡中心（样例）", "本行卡中心");
const FAULTY = changed(OURS, '"share": "20"', '"share": "twenty"');
const TIGHTER = changed(OURS, '"share": "20"', '"share": "30"');
const DOWN = '"limit": {"kind": "minimum-down-payment", "share": "10"},\n      "severity": ';
const TWICE = changed(OURS, `${DOWN}"block"`, `${DOWN}"supervisor"`);
const NAME = { zh: "本行卡中心", en: "Our card pack" };

/** What a person can do at the rules place. */
function at(page, lang) {
  const words = RULES_WORDS[lang];
  const main = page.getByRole("main");
  return {
    page,
    lang,
    words,
    field: (name) => page.getByLabel(name, { exact: true }),
    show: (face) => page.getByRole("radio", { name: words[face], exact: true }).check({ force: true }),
    choose: (id) => page.getByRole("combobox", { name: words.WhichPack, exact: true }).selectOption(id),
    text: () => main.innerText(),
    reads: (wanted) => until(() => main.innerText(), wanted),
    /** Pastes the text of a pack: the pack that is looked at, or the one that it is compared with. */
    async paste(text, place = 0) {
      const field = page.getByLabel(words.OwnPackText, { exact: true }).nth(place);
      if (!(await field.isVisible())) await page.getByText(words.PackOfFile, { exact: true }).nth(place).click();
      await field.fill(text);
    },
    title: () => page.getByRole("heading", { level: 1 }).innerText(),
  };
}

/** A story at the rules place, at a desk in one language and on a phone in the other. */
function story(name, use) {
  for (const [lang, size, face] of [["zh", DESK, "desk, Chinese"], ["en", TALL_PHONE, "phone, English"]]) {
    test(`${name} (${face})`, () =>
      visit({ lang, size, path: "rules/" }, ({ page }) => use(at(page, lang))));
  }
}

for (const lang of ["zh", "en"]) {
  test(`the desk leads to the rules that judge the case, and back to the case (${lang})`, async () => {
    const page = await rooms.house.newPage({ locale: LOCALES[lang] });
    const words = WORDS[lang];
    const button = (name) => page.getByRole("button", { name, exact: true });
    await button(words.SampleCard).click();
    await button(words.MakeAgreement).waitFor();
    await page.getByRole("link", { name: words.ToRules, exact: true }).click();
    await page.waitForURL(/\/rules\/#house-card-cn$/);
    await appStands(page);
    const rules = at(page, lang);
    await until(rules.title, lang === "zh" ? /信用卡中心/ : /Card centre/);
    await rules.reads(/CARD-DOWN-20/);
    await page.getByRole("link", { name: rules.words.ToDesk, exact: true }).click();
    await page.waitForURL((url) => !url.pathname.includes("rules"));
    await appStands(page);
    await button(words.MakeAgreement).waitFor();
    assert.match(await page.innerText("main"), /48,532\.17/);
    // A lender's own pack is read from the draft on the device: the address says no more than that.
    await page.locator('.own-pack input[type="file"]').setInputFiles({
      name: "pack.json",
      mimeType: "application/json",
      buffer: Buffer.from(TIGHTER),
    });
    const link = page.getByRole("link", { name: words.ToRules, exact: true });
    await until(() => link.getAttribute("href"), "rules/#own");
    await until(() => page.evaluate(() => Object.values(localStorage).join("").includes("our-card")), true);
    await link.click();
    await page.waitForURL(/\/rules\/#own$/);
    await appStands(page);
    await until(rules.title, NAME[lang]);
    assert.deepEqual(page.faults(), []);
    await page.context().close();
  });
}

story("a pack is browsed: its head, its rules by topic, those with certain words, its duties", async (hand) => {
  const { page, words, lang, reads, field, choose } = hand;
  await reads(/cn-statutory/);
  await reads(new RegExp(words.Duties));
  await choose("house-card-cn");
  await reads(/CARD-DOWN-20/);
  for (const topic of ["TopicGivenUp", "TopicPayments"]) {
    await page.getByRole("heading", { name: words[topic], exact: true }).waitFor();
  }
  const all = (await hand.text()).match(/(\d+)\/(\d+)/);
  assert.equal(all[1], all[2]);
  await field(words.FilterRules).fill(lang === "zh" ? "card-down 主管" : "card-down supervisor");
  await reads(new RegExp(`1/${all[2]}`));
  assert.doesNotMatch(await hand.text(), /CARD-DOWN-10/);
  await field(words.FilterRules).fill("nothing-like-that");
  await reads(new RegExp(words.NoRuleLikeThat));
});

const LAW = JSON.parse(readFileSync(new URL("../../src/engine/rules/packs/cn-statutory.json", import.meta.url), "utf8"));

story("what a pack asks beside its limits is read duty by duty, each with its source", async (hand) => {
  const { page, words, lang, reads, choose } = hand;
  await choose("cn-statutory");
  await reads(/cn-statutory/);
  const part = page.locator("section.topic").filter({ has: page.getByRole("heading", { name: words.Duties, exact: true }) });
  const shown = part.locator(".rules > li");
  await until(() => shown.count(), LAW.duties.length);
  for (const [at, duty] of LAW.duties.entries()) {
    const text = await shown.nth(at).innerText();
    for (const wanted of [duty.words[lang], duty.id, duty.source]) assert.ok(text.includes(wanted), `${duty.id}: ${wanted}`);
    // Whom it binds is said where it does not bind everybody.
    assert.equal(text.includes(words.BindsWhom), duty.products !== undefined, duty.id);
  }
  assert.equal(await part.locator('[lang^="zh"]').count(), LAW.duties.length, "the sources are Chinese");
  await choose("house-card-cn");
  await part.waitFor({ state: "detached" });
});

/** A step of the ladder in words: what it gives, then what it asks. */
const STEP = {
  zh: [/给予罚息减免15%；要求同意自动扣款/, /最多36期；要求/],
  en: [/Gives 15% off penalty interest; asks for payments taken by agreement/, /up to 36 payments; asks for/],
};

story("how a lender gives way is read step by step, with what it expects; another pack shows its own", async (hand) => {
  const { page, words, lang, choose, paste } = hand;
  await choose("house-card-cn");
  const pack = JSON.parse(CARD);
  const part = (label) => page.locator("section.topic").filter({ has: page.getByRole("heading", { name: words[label], exact: true }) });
  const steps = part("LadderOfPack").locator("ol > li");
  await until(() => steps.locator(".rule-id").allInnerTexts(), pack.ladder.steps.map((step) => step.id));
  assert.match(await steps.first().innerText(), STEP[lang][0]);
  assert.match(await steps.last().innerText(), STEP[lang][1]);
  const ladder = await part("LadderOfPack").innerText();
  for (const wanted of [words.LadderOfPackHint, words.ShownOnCall, pack.ladder.source]) assert.ok(ladder.includes(wanted), wanted);
  const hopes = await part("Expected").innerText();
  for (const wanted of ["8%", "97%", "35%", pack.expectations.source]) assert.ok(hopes.includes(wanted), wanted);
  // The steps of a lender's own pack, in its own order; a pack without any has no such part.
  const [first, ...others] = pack.ladder.steps;
  const own = { ...pack, id: "our-card", ladder: { ...pack.ladder, reveal: "all", steps: [{ ...first, give: { waivers: { penalty: "12.5" } } }, ...others] } };
  await paste(JSON.stringify(own));
  await until(() => steps.first().innerText(), /12\.5%/);
  assert.notEqual(await part("LadderOfPack").innerText(), ladder);
  const { ladder: _, expectations: __, ...bare } = own;
  await paste(JSON.stringify(bare));
  await part("LadderOfPack").waitFor({ state: "detached" });
  assert.equal(await part("Expected").count(), 0);
});

story("a faulty pack gets one sentence and the pack before it stays; mended it is checked, compared and tried", async (hand) => {
  const { page, words, lang, reads, show, choose, paste } = hand;
  await choose("house-card-cn");
  await paste(FAULTY);
  await reads(/rules\.1\.limit\.share/);
  assert.match(await hand.text(), /twenty/);
  await reads(new RegExp(words.PackStays));
  assert.doesNotMatch(await hand.title(), new RegExp(NAME[lang]));

  await paste(TWICE);
  await until(hand.title, NAME[lang]);
  await show("Lint");
  await reads(new RegExp(words.NotFitToJudge));
  await reads(/our-card · rules\.2\.limit/);

  await paste(TIGHTER);
  await reads(new RegExp(words.FitToJudge));
  await show("Compare");
  const other = page.getByLabel(words.CompareWith, { exact: true });
  await other.selectOption("house-card-cn");
  await reads(lang === "zh" ? /5个案件中有1个的结论改变/ : /Cases whose verdict changes: 1 of 5/);
  await reads(/30%/);
  await reads(new RegExp(words.Tightens));
  // The pack before may be pasted as well.
  await paste(OURS, 1);
  await reads(lang === "zh" ? /5个案件中有1个的结论改变/ : /1 of 5/);
  await paste(TIGHTER, 1);
  await reads(new RegExp(words.PacksAlike));

  await show("TryOut");
  const field = (name) => page.getByLabel(name, { exact: true });
  await field(WORDS[lang].HowManyPayments).fill("24");
  await field(WORDS[lang].DownPayment).fill("20%");
  await field(PARTS[lang].penalty).fill("30%");
  await reads(DECISIONS[lang].supervisor);
  await field(WORDS[lang].DownPayment).fill("30%");
  await reads(DECISIONS[lang].allowed);
  await field(WORDS[lang].HowManyPayments).fill("0");
  await until(() => field(WORDS[lang].HowManyPayments).getAttribute("aria-invalid"), "true");
  await field(words.WhichCase).selectOption("own");
  await field(words.OwnCaseText).fill(changed(CASE, '"as_of": "2026-11-20",', ""));
  await reads(/as_of/);
  await field(words.OwnCaseText).fill(CASE);
  await reads(new RegExp(words.RuleByRule));
});

story("a switch of language keeps the pack, the filter, the face and the option", async (hand) => {
  const { page, words, lang, show, paste, field } = hand;
  const next = lang === "zh" ? "en" : "zh";
  await paste(TIGHTER);
  await until(hand.title, NAME[lang]);
  await field(words.FilterRules).fill("CARD-DOWN");
  await show("TryOut");
  await field(WORDS[lang].HowManyPayments).fill("2四");
  await page.getByRole("button", { name: OWN_NAME[next], exact: true }).click();
  const theirs = at(page, next);
  await until(theirs.title, NAME[next]);
  await until(() => theirs.field(WORDS[next].HowManyPayments).inputValue(), "2四");
  assert.equal(await theirs.field(theirs.words.OwnPackText).inputValue(), TIGHTER);
  await theirs.show("Browse");
  assert.equal(await theirs.field(theirs.words.FilterRules).inputValue(), "CARD-DOWN");
  await until(() => page.locator("html").getAttribute("lang"), new RegExp(`^${next}`));
});

story("a dropped pack stands and a dropped case is tried; the page can fetch nothing", async (hand) => {
  const { page, words, lang, reads } = hand;
  const drop = async (text) => {
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "file.json", { type: "application/json" }));
      return transfer;
    }, text);
    await page.getByRole("heading", { level: 1 }).dispatchEvent("drop", { dataTransfer: dropped });
  };
  await drop(OURS);
  await until(hand.title, NAME[lang]);
  await drop(CASE);
  await reads(new RegExp(words.RuleByRule));
  await page.locator('input[type="file"]').first().setInputFiles({
    name: "pack.json",
    mimeType: "application/json",
    buffer: Buffer.from(CARD),
  });
  await until(hand.title, lang === "zh" ? /样例/ : /sample/);
  assert.ok(await page.evaluate(() => WebAssembly !== undefined));
});

test("once it stands, the page can fetch nothing", async () => {
  const page = await rooms.house.newPage({ path: "rules/" });
  assert.ok(await page.evaluate("fetch('index.html').then(() => false, () => true)"));
  await page.context().close();
});

test("the page holds no inline script, style or handler, and its files are vouched for", async () => {
  const html = readFileSync(join(DIST, "rules/index.html"), "utf8");
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)[^>]*>/i);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/i);
  assert.match(html, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)=[^>]*>/g)];
  assert.ok(tags.length > 5);
  for (const [tag] of tags) assert.match(tag, /integrity="sha384-|href="data:/);
});

for (const lang of ["zh", "en"]) {
  test(`axe finds nothing at the rules place (${lang})`, () =>
    visit({ lang, size: DESK, path: "rules/#house-card-cn" }, async ({ page }) => {
      const hand = at(page, lang);
      const found = [];
      const look = async (name) => {
        await page.emulateMedia({ colorScheme: "dark" });
        found.push(...(await page.axe({ tags: ["color-contrast"] })).map((fault) => `${name}, dark: ${fault}`));
        await page.emulateMedia({ colorScheme: "light" });
        for (const width of [320, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await page.axe()).map((fault) => `${name}, ${width} px: ${fault}`));
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          if (wide > width) found.push(`${name}: the page is ${wide} px wide at ${width}`);
        }
      };
      await look("browse");
      await hand.paste(FAULTY);
      await hand.reads(/rules\.1\.limit\.share/);
      await look("a faulty pack");
      await hand.paste(TWICE);
      await hand.show("Lint");
      await look("check");
      await hand.paste(TIGHTER);
      await hand.show("Compare");
      await look("compare");
      await hand.show("TryOut");
      await look("try");
      assert.deepEqual(found, []);
    }));
}

journey("a lender's own pack judges at the desk, is refused with its reason, and is kept on the device", async (hand) => {
  const { page, words, lang, reads, fill } = hand;
  const give = (text) =>
    page.locator('.own-pack input[type="file"]').setInputFiles({
      name: "pack.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  const chosen = () => page.getByLabel(words.RulePack, { exact: true }).inputValue();
  await hand.agreeable();
  await give(TWICE);
  await reads(/CARD-DOWN-10/);
  await reads(new RegExp(words.PackRefused));
  assert.equal(await chosen(), "house-card-cn");
  await give(FAULTY);
  await reads(/rules\.1\.limit\.share/);
  assert.equal(await chosen(), "house-card-cn");
  await give(CARD);
  await reads(new RegExp(words.PackIdTaken));
  await give(TIGHTER);
  await reads(new RegExp(`${words.PackTaken}\\s*${NAME[lang]}`));
  await until(chosen, "our-card");
  await hand.comes({ Payments: "24", DueNow: "9,706.44" });
  await until(() => hand.cell(words.Verdict), DECISIONS[lang].supervisor);
  // It stays for the next case of the lender, and is kept on the device; no link tells it.
  await hand.press(words.OtherCase);
  await hand.open("SampleCard");
  await until(chosen, "our-card");
  await until(() => page.evaluate(() => Object.values(localStorage).join("").includes("CARD-DOWN-20")), true);
  await fill(words.HowManyPayments, "24");
  await hand.down("30%");
  await until(() => hand.cell(words.Verdict), DECISIONS[lang].allowed);
  await hand.press(words.MakeAgreement);
  assert.doesNotMatch(await hand.link(), /CARD-DOWN|quittance-pack/);
});

journey("a pack pasted where case files are taken waits for its case", async (hand) => {
  const { page, words, lang, reads, fill } = hand;
  await fill(words.CaseText, TWICE);
  await reads(new RegExp(words.PackRefused));
  await fill(words.CaseText, TIGHTER);
  await reads(new RegExp(`${words.PackTaken}\\s*${NAME[lang]}`));
  await hand.open("SampleCard");
  assert.equal(await page.getByLabel(words.RulePack, { exact: true }).inputValue(), "our-card");
});
