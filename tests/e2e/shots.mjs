// node tests/e2e/shots.mjs FOLDER: a picture of every screen, in both languages, light and dark,
// desktop and phone; `node tests/e2e/shots.mjs FOLDER talk-zh` only those whose name begins so. A screen is a name
// and how to get there from the opened app.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DESK, PHONE, openHouse } from "./harness.mjs";
import { PARTS, hands } from "./journeys.mjs";

/** The card in 36 payments with half of the penalty waived, which three rules refuse. */
async function refused(page, lang) {
  const hand = hands(page, lang);
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "36");
  await hand.waiver(PARTS[lang].penalty).fill("50%");
  await page.locator(".repair-lines button:enabled").first().waitFor();
  return hand;
}

/** The same with a repair beside it, two offers noted, and a budget. */
async function talk(page, lang) {
  const { words, button, fill, press } = await refused(page, lang);
  await button(words.PutBeside).first().click();
  await fill(words.CanPayMonthly, "3,000");
  await press(words.NoteBorrowers);
  await press(words.NoteOurs);
  await page.getByLabel(words.Remark, { exact: true }).first().fill(words.RemarkExample);
  await page.getByText(words.CanAfford).first().click();
  await fill(words.Income, "8,000");
  await fill(words.LivingCosts, "6,000");
  await page.locator(".above-budget").waitFor();
}

/** An option that passes, with the next step to give. */
async function allowed(page, lang) {
  const hand = hands(page, lang);
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "24");
  await hand.down("20%");
  await hand.button(hand.words.OfferStep).waitFor();
}

/** The card as it can be agreed, at the page of its agreement. */
async function agreement(page, lang) {
  const hand = hands(page, lang);
  await hand.agreement();
  return hand;
}

/** The link that a page just handed over, opened in its place. */
async function openHanded(page) {
  const link = await page.locator(".handed textarea").inputValue();
  await page.evaluate((link) => (location.hash = link.slice(link.indexOf("#"))), link);
  await page.locator(".standing").first().waitFor();
}

/** An offer signed with the demo key, as its borrower opens it. */
async function offered(page, lang) {
  const hand = await agreement(page, lang);
  await hand.press(hand.words.SignWithDemo);
  await openHanded(page);
  return hand;
}

/** Two options that the rules allow, put into one menu at the desk. */
async function menuAtDesk(page, lang) {
  const hand = hands(page, lang);
  await hand.agreeable();
  await hand.press(hand.words.DuplicateChoice);
  await hand.fill(hand.words.HowManyPayments, "18");
  await hand.press(hand.words.OfferChoice);
  await hand.press(hand.words.SignWithDemo);
  await page.locator(".handed").waitFor();
  return hand;
}

/** A question for approval, as it is made, or where the supervisor opens it. */
async function asked(page, lang) {
  const hand = hands(page, lang);
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "24");
  await hand.down("15%");
  await hand.comes({ Payments: "24" });
  await hand.press(hand.words.MakeAgreement);
  await page.getByRole("heading", { name: hand.words.Agreement, exact: true }).waitFor();
  await hand.press(hand.words.AskApproval);
  await page.locator(".handed").waitFor();
  return hand;
}

/** What a borrower would rather do, written and made. */
async function proposed(page, lang) {
  const hand = await offered(page, lang);
  await hand.press(hand.words.Rather);
  await hand.fill(hand.words.WishEach, "1500");
  await hand.fill(hand.words.WishFirst, "2026-12-20");
  await hand.press(hand.words.Propose);
  await page.locator(".handed").waitFor();
  return hand;
}

/** A fault of a signed text: what stands behind the sign is changed. */
const fault = (change) => async (page, lang) => {
  await offered(page, lang);
  await page.evaluate((text) => (location.hash = text), change(await page.evaluate("location.hash")));
  await page.locator("main.fault").waitFor();
};

/** An acceptance, as the lender opens it. */
async function countersign(page, lang) {
  const hand = await offered(page, lang);
  await hand.press(hand.words.Accept);
  await hand.press(hand.words.AcceptNow);
  await page.locator(".handed").waitFor();
  await openHanded(page);
}

/** What fits the borrower's number. */
async function fits(page, lang) {
  const hand = hands(page, lang);
  await hand.open("SampleCard");
  await hand.fill(hand.words.HowManyPayments, "36");
  await hand.fill(hand.words.CanPayMonthly, "800");
  await page.getByText(hand.words.FindWhatFits, { exact: true }).click();
  await page.locator("details.fits .repair-lines > li").first().waitFor();
}

/** The rules place, far enough down for the ladder. */
async function ladder(page) {
  await page.evaluate("location.href = 'rules/#house-card-cn'");
  await page.waitForURL(/rules/);
  await page.locator("section.topic ol").waitFor();
}

const SCREENS = [
  { name: "opening", visit: async () => {} },
  { name: "refused", visit: refused },
  { name: "talk", visit: talk },
  { name: "allowed", visit: allowed },
  { name: "fits", visit: fits },
  { name: "signed", visit: async (page, lang) => (await agreement(page, lang)).press(hands(page, lang).words.SignWithDemo) },
  { name: "offered", visit: offered },
  { name: "accepting", visit: async (page, lang) => (await offered(page, lang)).press(hands(page, lang).words.Accept) },
  { name: "menu", visit: menuAtDesk },
  { name: "choice", visit: async (page, lang) => (await menuAtDesk(page, lang), openHanded(page)) },
  { name: "asked", visit: asked },
  { name: "approval", visit: async (page, lang) => (await asked(page, lang), openHanded(page)) },
  { name: "proposing", visit: proposed },
  { name: "proposal", visit: async (page, lang) => (await proposed(page, lang), openHanded(page)) },
  { name: "countersign", visit: countersign },
  { name: "fault-cut", visit: fault((text) => text.slice(0, text.length / 2)) },
  { name: "fault-damaged", visit: fault((text) => text.replace(/.{5}\.z$/, "AAAAA.z")) },
  { name: "fault-newer", visit: fault((text) => text.replace("#s1.", "#s2.")) },
  { name: "ladder", visit: ladder },
  { name: "stopped", visit: (page) => page.evaluate("quittanceStopped('src/x.rs:1')") },
];
const LOCALES = ["zh-CN", "en-GB"];
const SCHEMES = ["light", "dark"];
const SIZES = { desk: DESK, phone: PHONE };

const [folder, ...only] = process.argv.slice(2);
if (!folder) {
  console.error("node tests/e2e/shots.mjs FOLDER");
  process.exit(1);
}
await mkdir(folder, { recursive: true });
const house = await openHouse();
let count = 0;
for (const { name, visit } of SCREENS) {
  for (const locale of LOCALES) {
    for (const colorScheme of SCHEMES) {
      for (const [size, box] of Object.entries(SIZES)) {
        const file = `${name}-${locale.slice(0, 2)}-${colorScheme}-${size}.png`;
        if (only.length > 0 && !only.some((begin) => file.startsWith(begin))) continue;
        const page = await house.newPage({ ...box, locale, colorScheme });
        await visit(page, locale.slice(0, 2));
        await page.screenshot({ path: join(folder, file), fullPage: true });
        await page.context().close();
        count += 1;
      }
    }
  }
}
await house.close();
console.log(`${count} pictures in ${folder}`);
