// T6 in a browser: texts written to be run rather than read, typed into every text field of the desk, the reader and the
// rules place, in links and pasted files, and handed to the embedded calculator: nothing runs, nothing is asked of the
// network, and the page is made of nothing that a harmless text would not make. `cargo xtask figures T6` takes all 500;
// a test run one of each form.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../xtask/node/serve.mjs";
import { DESK, WHOLE, openHouse, test } from "./harness.mjs";
import { hands, until } from "./journeys.mjs";
import { HARMLESS, PAYLOADS, PLAIN, SOME, watch } from "./injections.mjs";
import { draftUnder } from "./plans.mjs";
import { packWith } from "./secrets.mjs";
import { RULES_WORDS } from "./words.mjs";

const payloads = WHOLE ? PAYLOADS : SOME;
/** What the native tests wrote: links with these texts in every field, and the lender whose keys signed them. */
const TEXTS = process.env.QUITTANCE_INJECTED_TEXTS;
const CASE = readFileSync(new URL("../../src/samples/card-cn.json", import.meta.url), "utf8");
const PACK = readFileSync(new URL("../../src/engine/rules/packs/house-card-cn.json", import.meta.url), "utf8");
const PAGES = fileURLToPath(new URL("pages", import.meta.url));
const HOST = '<quittance-calculator lang="zh" case="card-cn"></quittance-calculator>';

let house;
const count = { fields: 0, typed: 0, texts: 0, handed: 0, planted: 0 };
before(async () => {
  house = await openHouse();
});
after(async () => {
  await house?.close();
  console.log(
    `T6 in the browser: ${payloads.length} texts in ${count.fields} fields (${count.typed} times typed), ${count.texts} links and ` +
      `files opened, ${count.handed} times handed to the element: 0 executions, 0 elements created, 0 requests; ` +
      `${count.planted} planted faults seen`,
  );
});

/** A page that is watched from the very start, and that nothing leaves. */
async function watched(wish, use) {
  const { from = house, ...rest } = wish;
  const page = await from.newPage({ locale: "en-GB", ...DESK, ...rest, init: watch });
  try {
    const dialogs = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    await use(hands(page, "en"));
    assert.deepEqual(await page.evaluate("ran"), []);
    assert.deepEqual([...dialogs, ...page.left(), ...page.faults()], []);
  } finally {
    await page.context().close();
  }
}

/** Types every payload into every field that is seen; a screen without a field is none that was meant. */
async function typeAll({ page }, name, least = 1) {
  const { fields, typed, found, ran } = await page.evaluate(([payloads, harmless]) => globalThis.hostile.typeAll(payloads, harmless), [payloads, HARMLESS]);
  assert.ok(fields >= least, `${name}: ${fields} fields`);
  assert.deepEqual([...found.slice(0, 5), ...ran], [], name);
  count.fields += fields;
  count.typed += typed;
}

const unfold = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });

const OPTION = { count: "24", down_payment: "20%", waivers: ["", "", "30%", "", "", ""] };
const DRAFT = { plain: draftUnder("card-cn", packWith("first"), [OPTION]) };
const onDesk = (options) => draftUnder("card-cn", packWith("first"), options.map((option) => ({ ...OPTION, ...option })));

/** The screens of the desk, each with how to get there and the least of fields that it has. */
const DESK_SCREENS = {
  "the empty desk": { fields: 1 },
  "a case typed in": { visit: (hand) => hand.press(hand.words.TypeIn), fields: 12 },
  "an option in instalments": { draft: onDesk([{ method: "stepped", vesting: "milestones" }]), fields: 15 },
  "an option with a balloon": { draft: onDesk([{ method: "balloon" }]), fields: 12 },
  "smaller payments first": { draft: onDesk([{ method: "minimum-first" }]), fields: 12 },
  "a lump sum": { draft: onDesk([{ kind: "lump-sum" }]), fields: 10 },
  "agreed days": { draft: onDesk([{ kind: "on-dates" }]), fields: 10 },
  "what was said": {
    draft: DRAFT.plain,
    async visit(hand) {
      await hand.press(hand.words.NoteBorrowers);
      await hand.press(hand.words.NoteOurs);
      await hand.page.locator(".said > li").nth(1).waitFor();
    },
    fields: 14,
  },
};

for (const [name, { draft, visit = async () => {}, fields }] of Object.entries(DESK_SCREENS)) {
  test(`what is typed at the desk stays text: ${name}`, () =>
    watched({ draft }, async (hand) => {
      await visit(hand);
      await unfold(hand.page);
      await typeAll(hand, name, fields);
    }));
}

const fragment = (link) => link.slice(link.indexOf("#"));
const handed = ({ page }) => page.locator(".handed textarea");

test("what is typed where an offer is signed, approved and answered stays text", async () => {
  let asked;
  let offer;
  await watched({}, async (hand) => {
    const { page, words, press } = hand;
    await hand.open("SampleCard");
    await hand.fill(words.HowManyPayments, "24");
    await hand.down("15%");
    await until(() => hand.cell(words.Payments), "24");
    await press(words.MakeAgreement);
    await page.locator("article").waitFor();
    await typeAll(hand, "a question for approval");
    await hand.fill(words.NoteToApprover, PLAIN);
    await press(words.AskApproval);
    asked = await handed(hand).inputValue();
    await press(words.BackToDesk);
    await hand.down("20%");
    await press(words.MakeAgreement);
    await press(words.SignWithDemo);
    offer = await handed(hand).inputValue();
  });
  await watched({ path: fragment(asked) }, async (hand) => {
    await hand.page.getByText(PLAIN).first().waitFor();
    await typeAll(hand, "an approval", 2);
  });
  await watched({ path: fragment(offer) }, async (hand) => {
    await hand.press(hand.words.Rather);
    await typeAll(hand, "a proposal", 4);
  });
});

/** The rules place with everything that can be typed there open. */
const onRules = (face, use) =>
  watched({ path: "rules/#house-card-cn" }, async ({ page }) => {
    const words = RULES_WORDS.en;
    await page.getByRole("radio", { name: words[face], exact: true }).check({ force: true });
    await unfold(page);
    await use({ page, words });
  });

for (const [face, fields] of [["Browse", 2], ["Lint", 1], ["Compare", 2], ["TryOut", 4]]) {
  test(`what is typed at the rules place stays text: ${face}`, () =>
    onRules(face, async ({ page, words }) => {
      await typeAll({ page }, face, fields);
      if (face !== "TryOut") return;
      await page.getByLabel(words.WhichCase, { exact: true }).selectOption("own");
      await page.getByLabel(words.OwnCaseText, { exact: true }).waitFor();
      await typeAll({ page }, "a case to try", 2);
    }));
}

/** A document with a text in place of each that people wrote. */
function withText(document, payload, names) {
  const put = (value, name) => {
    if (Array.isArray(value)) return value.map((one) => put(one, name));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one, ["zh", "en"].includes(key) ? name : key)]));
    }
    return typeof value === "string" && names.includes(name) ? payload : value;
  };
  return JSON.stringify(put(JSON.parse(document), ""));
}

/** What a page is made of once a thing stands that means nothing. */
const shape = (page) => page.evaluate("hostile.settled().then(() => hostile.shapeOf())");
const added = (page, before) => page.evaluate((before) => globalThis.hostile.settled().then(() => globalThis.hostile.addedTo(before)), before);

/** What a page is made of in the one state or the other. */
const either = (one, other) => ({
  kinds: [...new Set([...one.kinds, ...other.kinds])],
  counts: Object.fromEntries(
    Object.keys({ ...one.counts, ...other.counts }).map((name) => [name, Math.max(one.counts[name] ?? 0, other.counts[name] ?? 0)]),
  ),
});

const IN_A_CASE = ["name", "contact", "complaints", "channels", "account"];

test("a case file with such texts makes the same desk and the same agreement", () =>
  watched({}, async (hand) => {
    const { page, words, press, fill } = hand;
    const stands = async (payload) => {
      await fill(words.CaseText, withText(CASE, payload, IN_A_CASE));
      await hand.button(words.MakeAgreement).or(page.locator(".wrong").filter({ hasText: /./ })).first().waitFor();
      // A text with signs that no line may hold is refused, with the place of it.
      return (await hand.button(words.MakeAgreement).count()) > 0;
    };
    const away = async (stood) => {
      if (stood) await press(words.OtherCase);
      else await fill(words.CaseText, "");
    };
    await stands(HARMLESS);
    const atDesk = await shape(page);
    await away(true);
    await fill(words.CaseText, HARMLESS);
    const refused = await shape(page);
    await away(false);
    let stood = 0;
    for (const payload of payloads) {
      const opened = await stands(payload);
      stood += opened;
      assert.deepEqual(await added(page, opened ? atDesk : refused), [], payload);
      await away(opened);
      count.texts += 1;
    }
    assert.ok(stood >= payloads.length / 4, `${stood} of ${payloads.length} stood`);
  }));

test("a pack with such texts makes the same rules place", () =>
  onRules("Browse", async ({ page, words }) => {
    const field = page.getByLabel(words.OwnPackText, { exact: true }).first();
    const give = (payload) => field.fill(withText(PACK.replace('"id": "house-card-cn"', '"id": "ours"'), payload, ["source", "name"]));
    await give(HARMLESS);
    const stands = await shape(page);
    await field.fill(HARMLESS);
    const before = either(stands, await shape(page));
    for (const payload of payloads) {
      await give(payload);
      assert.deepEqual(await added(page, before), [], payload);
      count.texts += 1;
    }
  }));

/** Links with these texts: those that the native tests wrote, or else the ones that the desk makes of a case. */
async function links() {
  if (TEXTS) return JSON.parse(readFileSync(TEXTS, "utf8"));
  const texts = [];
  await watched({}, async (hand) => {
    const { page, words, press, fill } = hand;
    for (const [at, payload] of SOME.slice(0, 12).entries()) {
      await fill(words.CaseText, withText(CASE, payload.trim(), [IN_A_CASE[at % IN_A_CASE.length]]));
      const make = hand.button(words.MakeAgreement);
      await make.or(page.locator(".wrong").filter({ hasText: /./ })).first().waitFor();
      if ((await make.count()) === 0) {
        await fill(words.CaseText, "");
        continue;
      }
      await hand.down("20%");
      await until(() => make.isEnabled(), true);
      await make.click();
      await page.locator("article").waitFor();
      // No link is made of what is too long for one.
      if (await hand.button(words.CreateLink).count()) {
        await press(words.CreateLink);
        texts.push(fragment(await page.getByLabel(words.ShareLink, { exact: true }).inputValue()).slice(1));
      }
      await press(words.BackToDesk);
      await press(words.OtherCase);
    }
  });
  return { texts };
}

test("links with such texts show them as text, whatever they hold", async () => {
  const { texts, lender, root } = await links();
  assert.ok(texts.length > (TEXTS ? 2_000 : 5), `${texts.length} links`);
  const meta = `<meta name="quittance-lender" content="${lender}" data-root="${root}"><title>`;
  const alter = (path, bytes) => (path === "index.html" && lender ? Buffer.from(String(bytes).replace("<title>", meta)) : bytes);
  const other = await openHouse({ alter });
  try {
    await watched({ from: other, path: `#${texts[0]}` }, async ({ page }) => {
      const open = (text) =>
        page.evaluate(async (text) => {
          location.hash = text;
          await new Promise((done) => setTimeout(done, 0));
          await globalThis.hostile.settled();
        }, text);
      const dangerous = async () =>
        page.evaluate(() => {
          const made = "script, img, iframe, style, link, base, meta, form, template, object, embed, svg[onload], [onerror]";
          const links = [...document.querySelectorAll("a")].filter((link) => !/^(https?:|#|rules\/)/.test(link.getAttribute("href")));
          return [...document.querySelectorAll(`#quittance-app :is(${made})`), ...links].map((it) => it.outerHTML.slice(0, 80));
        });
      let shown = 0;
      for (const text of texts) {
        await open(text);
        assert.deepEqual(await dangerous(), [], text);
        shown += await page.locator("article").count();
        count.texts += 1;
      }
      assert.ok(shown > texts.length / 3, `${shown} of ${texts.length} were shown`);
    });
  } finally {
    await other.close();
  }
});

/** In the host's page: everything that can be handed to the element, with one text. */
const handOver = ([payload, file]) => {
  const element = document.querySelector("quittance-calculator");
  for (const name of ["lang", "scheme", "case"]) element.setAttribute(name, payload);
  element.value = payload;
  element.case = payload;
  element.case = file;
  element.value = undefined;
  window.postMessage(payload, "*");
  window.postMessage({ type: payload, case: payload, value: payload }, "*");
  element.dispatchEvent(new CustomEvent("change", { detail: payload }));
  element.shadowRoot.dispatchEvent(new MessageEvent("message", { data: payload }));
  return 10;
};

test("whatever a host hands to the element stays text", async () => {
  const alter = (_, bytes) => Buffer.from(String(bytes).replaceAll("https://quittance.example/", house.url));
  const host = await serve(PAGES, { alter });
  assert.ok(readFileSync(`${PAGES}/host.html`, "utf8").includes(HOST));
  try {
    const ready = (page) => page.waitForFunction(() => document.querySelector("quittance-calculator").shadowRoot?.querySelector("main"));
    await watched({ path: `${host.url}host.html`, ready }, async ({ page }) => {
      const given = (payload) => [payload, withText(CASE, payload, IN_A_CASE)];
      await page.evaluate(handOver, given(HARMLESS));
      const before = await shape(page);
      // Attributes are the host's own, and stay what it wrote.
      before.kinds.push("quittance-calculator[scheme]");
      for (const payload of payloads) {
        count.handed += await page.evaluate(handOver, given(payload));
        assert.deepEqual(await added(page, before), [], payload);
      }
    });
  } finally {
    await host.close();
  }
});

/** What would be seen if a text were run or became a part of the page. */
const PLANTED = {
  "an element out of a text": () => document.querySelector("h1").insertAdjacentHTML("beforeend", "<b>1</b>"),
  "an image out of a text": () => document.querySelector("main").insertAdjacentHTML("beforeend", "<img alt=''>"),
  "a handler": () => document.querySelector("h1").setAttribute("onclick", "1"),
  "a style": () => document.querySelector("h1").setAttribute("style", "color: red"),
  "a link that runs": () => document.querySelector("main").append(Object.assign(document.createElement("a"), { href: "javascript:1" })),
};

test("an element, a handler or a call that a text makes is seen", async () => {
  const page = await house.newPage({ ...DESK, init: watch });
  const before = await shape(page);
  assert.deepEqual(await added(page, before), []);
  for (const [name, plant] of Object.entries(PLANTED)) {
    const undo = await page.evaluate(() => document.querySelector("main").innerHTML);
    await page.evaluate(plant);
    assert.ok((await added(page, before)).length > 0, name);
    await page.evaluate((undo) => (document.querySelector("main").innerHTML = undo), undo);
    count.planted += 1;
  }
  await page.evaluate("alert(1)");
  assert.deepEqual(await page.evaluate("ran"), ["alert"]);
  // The policy refuses what an attribute would run, and that is seen too.
  await until(() => page.left().join("\n"), /refused script-src-attr/);
  count.planted += 2;
  await page.context().close();
});
