// Every screen for everybody: what axe finds, at three widths, light and dark, in both languages; no page
// that scrolls sideways; and the whole way from an empty desk to an agreement without a mouse.

import assert from "node:assert/strict";
import { DESK, test } from "./harness.mjs";
import { DECISIONS, PARTS, journeys, until } from "./journeys.mjs";
import { look } from "./look.mjs";

const { journey, visit } = journeys();

for (const lang of ["zh", "en"]) {
  test(`axe finds nothing at the desk (${lang})`, () =>
    visit({ lang, size: DESK }, async (hand) => {
      const { page, words, press, fill, button, waiver, field } = hand;
      const found = [];
      await look(hand, "empty desk", found);
      await fill(words.CaseText, '{"format": 7');
      await until(() => field(words.CaseText).getAttribute("aria-invalid"), "true");
      await look(hand, "a file that cannot be read", found);
      await fill(words.CaseText, "");
      await press(words.TypeIn);
      await fill(words.OriginalPrincipal, "48,53");
      await look(hand, "form", found);
      await press(words.Back);
      await hand.open("SampleLoan");
      await look(hand, "a claim that differs", found);
      await press(words.OtherCase);
      await hand.open("SampleCard");
      for (let more = 1; more < 4; more += 1) await press(words.DuplicateChoice);
      await fill(words.HowManyPayments, "36");
      await waiver(PARTS[lang].penalty).fill("50%");
      await page.getByText(words.IfIStop, { exact: true }).first().click();
      await until(() => hand.cell(words.Verdict, 3), DECISIONS[lang].refused);
      await look(hand, "four options, one refused", found);
      await hand.down("2,00");
      await until(() => button(words.MakeAgreement).isDisabled(), true);
      await look(hand, "a slip in a field", found);
      assert.deepEqual(found, []);
    }));

  test(`axe finds nothing in the agreement, in a link and in one that does not open (${lang})`, () =>
    visit({ lang, size: DESK }, async (hand) => {
      const { page, words, press } = hand;
      const found = [];
      await hand.agreement();
      await look(hand, "agreement", found);
      const link = await hand.link();
      await press(words.ShowQr);
      await look(hand, "agreement with link and QR code", found);
      const whole = link.slice(link.indexOf("#"));
      await visit({ lang, size: DESK, path: whole }, async (theirs) => {
        await theirs.page.locator("article").waitFor();
        await look(theirs, "reader", found);
        for (const [name, path] of [
          ["cut", whole.slice(0, -1)],
          ["damaged", whole.replace(/.{5}\.z$/, "AAAAA.z")],
          ["newer", whole.replace("#q1.", "#q2.")],
          ["not a link", "#q"],
        ]) {
          await theirs.page.evaluate((path) => (location.hash = path), path);
          await theirs.page.locator("article").waitFor({ state: "detached" });
          await look(theirs, `${name} link`, found);
        }
      });
      assert.deepEqual(found, []);
    }));
}

/** What has the focus: its words, whether one sees that it has it, and whether it is in sight. */
const focused = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    const name = here.labels?.[0]?.textContent ?? here.getAttribute("aria-label") ?? here.textContent;
    const ringed = [here, here.parentElement, here.closest("label")].filter(Boolean).some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    const { top, bottom } = here.getBoundingClientRect();
    return { name: name.replace(/\s+/g, " ").trim(), ringed, inSight: bottom > 0 && top < innerHeight };
  });

/** Presses Tab until the focus stands on what is named so. */
async function tabTo(page, name, most = 80) {
  const wanted = (found) => (name instanceof RegExp ? name.test(found) : found === name);
  const passed = [];
  for (let step = 0; step < most; step += 1) {
    const here = await focused(page);
    if (wanted(here.name)) {
      assert.ok(here.ringed, `one does not see that ${here.name} has the focus`);
      assert.ok(here.inSight, `${here.name} has the focus out of sight`);
      return;
    }
    passed.push(here.name.slice(0, 20));
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never came to ${name}: ${passed.join(" | ")}`);
}

journey("by keyboard alone, from the empty desk to the agreement and back", async (hand) => {
  const { page, words, lang, cell } = hand;
  const type = async (name, text) => {
    await tabTo(page, name);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  };
  await tabTo(page, words.SampleCard);
  await page.keyboard.press("Enter");
  // The borrower's number has the focus when the case opens.
  await until(async () => (await focused(page)).name, words.CanPayMonthly);
  await type(new RegExp(`^(${words.CanPayNow}|${words.AndNow})$`), "20%");
  await type(words.HowManyPayments, "24");
  await type(new RegExp(`^${PARTS[lang].penalty}`), "30%");
  await until(() => cell(words.Verdict), DECISIONS[lang].allowed);
  await tabTo(page, words.MakeAgreement);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  await tabTo(page, words.CreateLink);
  await page.keyboard.press("Enter");
  await page.getByLabel(words.ShareLink, { exact: true }).waitFor();
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, words.BackToDesk, 120);
  await page.keyboard.press("Space");
  await hand.button(words.MakeAgreement).waitFor();
});

journey("what an option comes to is said once, after the typing", async (hand) => {
  const { page, lang, agreeable } = hand;
  await agreeable();
  const said = page.getByRole("status").filter({ hasText: "24" });
  await until(() => said.first().innerText(), DECISIONS[lang].allowed);
  assert.match(await said.first().innerText(), /1,668\.74/);
  assert.equal(await page.locator("[aria-live]").count(), 0);
});
