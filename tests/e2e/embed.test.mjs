// The custom element on a page of somebody else's, which stands at another origin than the calculator.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../xtask/node/serve.mjs";
import { PHONE, appStands, openHouse, test } from "./harness.mjs";

const PAGES = fileURLToPath(new URL("pages", import.meta.url));
const ELEMENT = '<quittance-calculator lang="zh" case="card-cn"></quittance-calculator>';
const EVENTS = ["ready", "change", "agree", "error"];

let house;
before(async () => {
  house = await openHouse();
});
after(() => house?.close());

/** Runs first in the host's page: notes what the element tells, as it reaches the document. */
function listen(events) {
  const told = [];
  Object.defineProperty(globalThis, "told", { value: told });
  for (const type of events) {
    document.addEventListener(type, (event) => {
      if (!(event instanceof CustomEvent)) return;
      told.push({ type, id: event.target.id, detail: structuredClone(event.detail), composed: event.composed });
    });
  }
}

/** Opens the host page, changed by `edit`, and hands it to `use`. `init` runs before anything of it. */
async function onHost(wish, use) {
  const { edit = (html) => html, init = () => {}, ready = stands, from = house, ...size } = wish;
  const alter = (_, bytes) =>
    Buffer.from(edit(String(bytes)).replaceAll("https://quittance.example/", from.url));
  const host = await serve(PAGES, { alter });
  const empty = await house.newPage({ path: "about:blank", ready: null, ...size });
  const context = empty.context();
  try {
    await context.addInitScript(listen, EVENTS);
    await context.addInitScript(init);
    await use(await house.newPage({ context, path: `${host.url}host.html`, ready }));
  } finally {
    await context.close();
    await host.close();
  }
}

const told = (page, type) =>
  page.evaluate((type) => globalThis.told.filter((one) => one.type === type), type);

/** Waits for so many events of a type, and answers with the last one's detail. */
async function heard(page, type, count = 1) {
  await page.waitForFunction(
    ([type, count]) => globalThis.told.filter((one) => one.type === type).length >= count,
    [type, count],
  );
  return (await told(page, type)).at(-1).detail;
}

/** Waits for a change after which `wanted` holds of the plan. */
async function planWhere(page, wanted) {
  const source = `(plan) => plan && (${wanted})`;
  const last = () => globalThis.told.filter((one) => one.type === "change").at(-1)?.detail.plan;
  const handle = await page.waitForFunction(`(${source})((${last})()) && (${last})()`);
  return handle.jsonValue();
}

const stands = (page) => heard(page, "ready");
const field = (page, label, at = 0) =>
  page.locator("quittance-calculator").nth(at).getByLabel(label, { exact: true });
/** The sample card's lender asks for a fifth at once. */
const payAFifth = async (page) => {
  await field(page, "现在先付").fill("20%");
  await planWhere(page, 'plan.due_now === "9706.44" && plan.verdict === "allowed"');
};
const press = (page, name) =>
  page.locator("quittance-calculator").getByRole("button", { name, exact: true }).click();
const inside = (page, at = 0) =>
  page.evaluate((at) => document.querySelectorAll("quittance-calculator")[at].shadowRoot.textContent, at);

test("two lines in a blank page show the calculator, and it says that it is ready", () =>
  onHost({}, async (page) => {
    const html = await readFile(join(PAGES, "host.html"), "utf8");
    assert.ok(html.includes(ELEMENT) && html.match(/<script/g).length === 1);
    assert.deepEqual(await told(page, "ready"), [
      { type: "ready", id: "", detail: { version: 1 }, composed: true },
    ]);
    assert.ok(await page.getByText("48,532.17").first().isVisible());
    assert.deepEqual(await page.axe({ within: "quittance-calculator" }), []);
    assert.deepEqual(page.faults(), []);
  }));

test("what is typed is told as a change, to the cent", () =>
  onHost({}, async (page) => {
    await field(page, "年利率").fill("0");
    await field(page, "现在先付").fill("12,532.17");
    const plan = await planWhere(page, 'plan.due_now === "12532.17"');
    // Without interest: 36,000 in twelve parts after 12,532.17 at once.
    assert.deepEqual(plan, {
      currency: "CNY",
      owed: "48532.17",
      due_now: "12532.17",
      each: "3000.00",
      payments: 12,
      first_date: "2026-12-20",
      last_date: "2027-11-20",
      total: "48532.17",
      waived: "0.00",
      yearly_rate: "0.00%",
      // Nothing charged is a freeze, which the card centre leaves to a supervisor.
      verdict: "needs-approval",
      approver: "supervisor",
    });
    assert.match(await inside(page), /3,000\.00/);
    await field(page, "期数").fill("twelve");
    await page.waitForFunction(() => globalThis.told.at(-1).detail.plan === null);
  }));

test("what a borrower can bear is told to nobody: not in a change, not in the value, not in the console", () =>
  onHost({}, async (page) => {
    const console = [];
    page.on("console", (message) => console.push(message.text()));
    const calculator = page.locator("quittance-calculator");
    await calculator.getByText("还款能力测算").first().click();
    await field(page, "每月收入").fill("7,351.90");
    await field(page, "必要生活支出").fill("5,000");
    await calculator.getByText("1,175.95").first().waitFor();
    await field(page, "借款人每月可还").fill("1,200");
    await calculator.locator(".above-budget").waitFor();
    await planWhere(page, 'plan.each === "1200.00"');
    const value = await page.evaluate("document.querySelector('quittance-calculator').value");
    assert.ok(value.includes("1,200"));
    const all = [value, JSON.stringify(await page.evaluate("globalThis.told")), ...console].join("\n");
    for (const figure of ["7,351.90", "7351.90", "735190", "5,000", "500000", "1,175.95", "1175.95", "117595"]) {
      assert.ok(!all.includes(figure), `${figure} was told`);
    }
  }));

test("an agreement is told with a link that opens in the app and shows the same figures", () =>
  onHost({}, async (page) => {
    await field(page, "期数").fill("24");
    await payAFifth(page);
    const { total, each } = await planWhere(page, "plan.payments === 24");
    await press(page, "生成协议摘要");
    await press(page, "确认此方案");
    const { version, link, code, plan } = await heard(page, "agree");
    assert.equal(version, 1);
    assert.match(link, /^q1\.[\w-]+\.z$/);
    assert.deepEqual([plan.total, plan.each, plan.payments], [total, each, 24]);
    const reader = await house.newPage({ path: `#${link}`, ready: appStands });
    const text = await reader.innerText("#quittance-app");
    for (const amount of [total, each]) {
      const shown = amount.replace(/\B(?=(\d{3})+\.)/g, ",");
      assert.ok(text.includes(shown), `${shown} is not in the reader`);
    }
    assert.ok(text.includes(code), "the reader shows another code");
    await reader.context().close();
  }));

/**
 * Notes every write outside the element, and every listener on the window, from the very start. What
 * drives the browser adds listeners too; only code that came from an address is the page's.
 */
function guard() {
  const notes = [];
  const note = (what) => {
    if (new Error().stack.includes("http://")) notes.push(what);
  };
  Object.defineProperty(globalThis, "notes", { value: notes });
  const spy = (object, name, label) => {
    const real = object[name];
    object[name] = function (...given) {
      note(`${label}.${name} ${given[0]}`);
      return real.apply(this, given);
    };
  };
  for (const name of ["pushState", "replaceState"]) spy(History.prototype, name, "history");
  for (const name of ["getItem", "setItem", "removeItem"]) spy(Storage.prototype, name, "storage");
  for (const name of ["open", "deleteDatabase"]) spy(IDBFactory.prototype, name, "indexedDB");
  spy(CacheStorage.prototype, "open", "caches");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    get: cookie.get,
    set: () => note("cookie"),
  });
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...given) {
    if (this === undefined || this === globalThis || this === document) {
      note(`listener ${given[0]}`);
    }
    return add.apply(this, given);
  };
  const first = { steps: history.length, globals: Object.getOwnPropertyNames(globalThis) };
  Object.defineProperty(globalThis, "atFirst", { value: first });
}

/** The globals that came since, but for the tests' own. */
const added = () =>
  Object.getOwnPropertyNames(globalThis).filter(
    (name) => ![...globalThis.atFirst.globals, "atFirst", "refusedByPolicy"].includes(name),
  );

test("the guard of the next journey sees each thing that must not be done", () => {
  const deeds = [
    "history.replaceState(null, '')",
    "localStorage.getItem('x')",
    "sessionStorage.setItem('x', 'y')",
    "indexedDB.open('x')",
    "document.cookie = 'x=y'",
    "addEventListener('x', () => {})",
    "window.addEventListener('x', () => {})",
    "document.addEventListener('x', () => {})",
  ];
  const script = `<script type="module">${deeds.join(";")}; globalThis.added = 1</script>`;
  const edit = (html) => html.replace(/<script.*script>/, "").replace(ELEMENT, script);
  return onHost({ edit, init: guard, ready: (page) => page.waitForFunction("globalThis.added") }, async (page) => {
    const notes = await page.evaluate("notes");
    assert.equal(notes.length, deeds.length, notes.join("\n"));
    assert.deepEqual(await page.evaluate(added), ["added"]);
  });
});

test("nothing of the host's is written, listened to or added to", () =>
  onHost({ init: guard }, async (page) => {
    await field(page, "期数").fill("18");
    await planWhere(page, "plan.payments === 18");
    await payAFifth(page);
    await press(page, "生成协议摘要");
    await press(page, "确认此方案");
    await heard(page, "agree");
    await press(page, "English");
    await page.evaluate(() => document.querySelector("quittance-calculator").remove());
    // Longer than any pause after which a draft would be kept or a sentence read out.
    await page.waitForTimeout(1_200);
    assert.deepEqual(await page.evaluate("notes"), []);
    const outside = await page.evaluate(() => ({
      head: [...document.head.children].map((child) => child.localName),
      body: document.body.children.length,
      html: document.documentElement.getAttributeNames(),
      kept: [localStorage.length, sessionStorage.length, document.cookie, history.length - globalThis.atFirst.steps],
      url: location.href,
    }));
    assert.deepEqual(outside.head, ["meta", "meta", "link", "title", "script"]);
    assert.equal(outside.body, 0);
    assert.deepEqual(outside.html, []);
    assert.deepEqual(outside.kept, [0, 0, "", 0]);
    assert.match(outside.url, /host\.html$/);
    assert.deepEqual(await page.evaluate(added), []);
  }));

const two = (html) =>
  html.replace(ELEMENT, `${ELEMENT}<quittance-calculator id="b" lang="en" case="loan-gb"></quittance-calculator>`);

test("two on one page are independent, and share one sheet and one WebAssembly", () =>
  onHost({ edit: two, ready: (page) => heard(page, "ready", 2) }, async (page) => {
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType("resource").map((one) => one.name).filter((name) => name.endsWith(".wasm")),
    );
    assert.equal(fetched.length, 1);
    const other = await inside(page, 1);
    await field(page, "期数").fill("18");
    await planWhere(page, "plan.payments === 18");
    assert.equal(await field(page, "How many payments", 1).inputValue(), "12");
    assert.equal(await inside(page, 1), other);
    await field(page, "How many payments", 1).fill("7");
    const changes = await page.waitForFunction(() => {
      const one = globalThis.told.findLast((one) => one.id === "b" && one.type === "change");
      return one?.detail.plan?.payments === 7 && one.detail.plan.currency;
    });
    assert.equal(await changes.jsonValue(), "GBP");
    assert.equal(await field(page, "期数").inputValue(), "18");
    const shared = await page.evaluate(() => {
      const [one, other] = document.querySelectorAll("quittance-calculator");
      const sheets = [one, other].map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets);
      const ids = [one, other].map(({ shadowRoot }) => [...shadowRoot.querySelectorAll("[id]")].map((it) => it.id));
      return {
        one: sheets.every((list) => list.length === 1) && sheets[0][0] === sheets[1][0],
        clash: ids[0].filter((id) => ids[1].includes(id)),
        some: Math.min(...ids.map((list) => list.length)) > 3,
        styles: [one, other].some(({ shadowRoot }) => shadowRoot.querySelector("style, link")),
      };
    });
    assert.deepEqual(shared, { one: true, clash: [], some: true, styles: false });
  }));

/** Takes the element out of the page and puts it back, once it has been taken down. */
const outAndIn = () =>
  (async () => {
    const element = document.querySelector("quittance-calculator");
    const before = globalThis.told.filter((one) => one.type === "ready").length;
    element.remove();
    await new Promise((done) => setTimeout(done, 20));
    const left = element.shadowRoot.childNodes.length;
    document.body.append(element);
    while (globalThis.told.filter((one) => one.type === "ready").length === before) {
      await new Promise((done) => setTimeout(done, 5));
    }
    return left;
  })();

test("taken out it is taken down, put back it stands with all that was typed, and nothing leaks", () =>
  onHost({}, async (page) => {
    await field(page, "期数").fill("9");
    await press(page, "English");
    assert.equal(await page.evaluate(outAndIn), 0);
    assert.equal(await field(page, "How many payments").inputValue(), "9");
    const session = await page.context().newCDPSession(page);
    const counts = async () => {
      await page.waitForTimeout(1_500);
      await session.send("HeapProfiler.enable");
      for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
      return session.send("Memory.getDOMCounters");
    };
    for (let round = 0; round < 3; round += 1) await page.evaluate(outAndIn);
    const first = await counts();
    for (let round = 0; round < 12; round += 1) await page.evaluate(outAndIn);
    const last = await counts();
    const nodes = await page.evaluate(
      () => document.querySelector("quittance-calculator").shadowRoot.querySelectorAll("*").length,
    );
    assert.ok(nodes > 100);
    // One calculator left behind would be more than all of its elements.
    assert.ok(last.nodes - first.nodes < nodes, `${first.nodes} nodes, then ${last.nodes}`);
    assert.ok(
      last.jsEventListeners - first.jsEventListeners < 12,
      `${first.jsEventListeners} listeners, then ${last.jsEventListeners}`,
    );
    assert.deepEqual(page.faults(), []);
  }));

test("moved within the page it stays as it is; taken out amid typing it goes quietly", () =>
  onHost({}, async (page) => {
    await field(page, "期数").pressSequentially("1");
    const kept = await page.evaluate(() => {
      const element = document.querySelector("quittance-calculator");
      const node = element.shadowRoot.querySelector("input");
      document.body.append(Object.assign(document.createElement("section"), { id: "there" }));
      document.querySelector("#there").append(element);
      return new Promise((done) => {
        setTimeout(() => done(element.shadowRoot.querySelector("input") === node && node.isConnected), 50);
      });
    });
    assert.ok(kept, "it was built anew");
    assert.equal((await told(page, "ready")).length, 1);
    assert.equal(await field(page, "期数").inputValue(), "112");
    await field(page, "期数").press("Backspace");
    await page.evaluate(() => document.querySelector("quittance-calculator").remove());
    await page.waitForTimeout(1_200);
    assert.deepEqual(page.faults(), []);
    assert.deepEqual(await told(page, "error"), []);
  }));

const HOSTILE = `<style>
  :root { font-size: 40px; --ink: red; --paper: red; --size-body: 44px; --gap-4: 90px; --face: fantasy; }
  html { direction: rtl; line-height: 4; letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase;
    font: italic 700 30px fantasy; text-align: right; text-indent: 3em; white-space: pre; cursor: wait;
    -webkit-text-fill-color: red; writing-mode: horizontal-tb; text-shadow: 0 0 9px red; quotes: none; }
  * { font-size: 30px !important; color: red !important; line-height: 3 !important; }
  button, table, input, div, p { display: none !important; }
  quittance-calculator { font-style: italic !important; font-variant-caps: small-caps !important; }
</style>`;

/** Everything that styles what is drawn, and where it stands, of a sample of the elements inside. */
const looks = () => {
  const { shadowRoot } = document.querySelector("quittance-calculator");
  const places = "td, th, input, select, button, h1, h2, .figure, .hint, summary, svg";
  const names = ["color", "-webkit-text-fill-color", "background-color", "display", "font", "font-size",
    "font-variant-caps", "line-height", "letter-spacing", "word-spacing", "text-align", "text-indent",
    "text-shadow", "text-transform", "direction", "white-space", "visibility", "cursor", "writing-mode"];
  return [...shadowRoot.querySelectorAll(places)].map((element) => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return [element.localName, width, height, ...names.map((name) => style.getPropertyValue(name))].join("|");
  });
};

test("whatever the host's styles say, the calculator looks the same", async () => {
  let plain;
  const flat = (html) => html.replace("<title>", "<style>body { margin: 0 }</style><title>");
  await onHost({ edit: flat }, async (page) => {
    await planWhere(page, "plan.payments === 12");
    plain = await page.evaluate(looks);
  });
  const edit = (html) => flat(html).replace("<title>", `${HOSTILE}<title>`);
  await onHost({ edit }, async (page) => {
    await planWhere(page, "plan.payments === 12");
    const hostile = await page.evaluate(looks);
    assert.ok(plain.length > 50);
    assert.deepEqual(hostile, plain);
    const reached = await page.evaluate(() => getComputedStyle(document.querySelector("quittance-calculator")).color);
    assert.equal(reached, "rgb(255, 0, 0)", "the host's styles were not hostile at all");
  });
});

test("once ready, nothing leaves the page", () =>
  onHost({}, async (page) => {
    await field(page, "期数").fill("6");
    await planWhere(page, "plan.payments === 6");
    await payAFifth(page);
    await press(page, "生成协议摘要");
    await press(page, "确认此方案");
    await heard(page, "agree");
    await page.evaluate(outAndIn);
    assert.deepEqual(page.left(), []);
  }));

test("another language keeps what was typed, readable or not", () =>
  onHost({ ...PHONE }, async (page) => {
    await field(page, "期数").fill("15");
    await field(page, "现在先付").fill("twelve");
    await page.evaluate(() => document.querySelector("quittance-calculator").setAttribute("lang", "en-GB"));
    assert.equal(await field(page, "How many payments").inputValue(), "15");
    assert.equal(await field(page, /^and\b/).inputValue(), "twelve");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= PHONE.width, `${wide} px wide`);
  }));

test("a case that cannot be used is one sentence inside, and an error; the next one mends it", () =>
  onHost({ edit: (html) => html.replace("card-cn", "card-fr"), ready: (page) => heard(page, "error") }, async (page) => {
    const { version, code, message } = await heard(page, "error");
    assert.deepEqual([version, code], [1, "case"]);
    assert.equal(message, "没有这个名称的示例：card-fr");
    assert.equal(await inside(page), message);
    const give = (given) =>
      page.evaluate((given) => document.querySelector("quittance-calculator").setAttribute("case", given), given);
    await give("loan-gb");
    await heard(page, "ready");
    assert.ok(!(await inside(page)).includes("card-fr"));
    await field(page, "期数").fill("8");
    await planWhere(page, "plan.payments === 8");
    await give('{"format": "quittance-case/1"}');
    const refused = await heard(page, "error", 2);
    assert.ok((await inside(page)).startsWith(refused.message));
    assert.equal(await field(page, "期数").inputValue(), "8", "what stood did not stand on");
  }));

/** Makes the element before its class is known, with a case file as an object and as a draft. */
function early() {
  addEventListener("DOMContentLoaded", () => {
    const element = document.querySelector("quittance-calculator");
    element.removeAttribute("case");
    element.case = globalThis.givenCase;
  });
}

test("properties set before the class is known count, and a value is kept and given back", async () => {
  const file = await readFile(new URL("../../src/samples/property-cn.json", import.meta.url), "utf8");
  const edit = (html) => html.replace("<title>", `<script>globalThis.givenCase = ${file}</script><title>`);
  // A module waits for the document, so the property is there first.
  await onHost({ edit, init: early }, async (page) => {
    const owed = JSON.parse(file).balances.total ?? null;
    await field(page, "期数").fill("5");
    const plan = await planWhere(page, "plan.payments === 5");
    if (owed) assert.equal(plan.owed, owed);
    assert.deepEqual(JSON.parse(await page.evaluate("document.querySelector('quittance-calculator').case")), JSON.parse(file));
    await page.evaluate(() => {
      const element = document.querySelector("quittance-calculator");
      const kept = element.value;
      element.value = undefined;
      const other = Object.assign(document.createElement("quittance-calculator"), { lang: "en", value: kept });
      document.body.append(other);
    });
    await heard(page, "ready", 3);
    assert.equal(await field(page, "期数").inputValue(), "12");
    assert.equal(await field(page, "How many payments", 1).inputValue(), "5");
    await page.evaluate("document.querySelector('quittance-calculator').value = 'x'");
    assert.equal((await heard(page, "error")).code, "value");
    // What was refused takes nothing from what stands.
    await field(page, "期数").fill("7");
    await planWhere(page, "plan.payments === 7");
  });
});

test("a host with a strict policy of its own needs only what the documentation says", async () => {
  const text = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const [, policy] = text.match(/^Content-Security-Policy: (.+)$/m);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`;
  const edit = (html) => html.replace("<title>", meta);
  await onHost({ edit }, async (page) => {
    await planWhere(page, "plan.payments === 12");
    const size = await page.evaluate(
      () => getComputedStyle(document.querySelector("quittance-calculator").shadowRoot.querySelector("h2")).fontWeight,
    );
    assert.equal(size, "600", "the styles did not arrive");
    assert.deepEqual(page.faults(), []);
  });
});

for (const [name, damaged] of [
  ["the WebAssembly is missing", (path) => path.endsWith(".wasm")],
  ["its script is missing", (path) => /^quittance-app-[0-9a-f]+\.js$/.test(path)],
  ["the manifest is missing", (path) => path.endsWith("manifest.js")],
]) {
  test(`when ${name}, the element says so and the next one tries again`, async () => {
    let broken = true;
    const other = await openHouse({ alter: (path, bytes) => (broken && damaged(path) ? null : bytes) });
    try {
      await onHost({ from: other, ready: (page) => heard(page, "error") }, async (page) => {
        assert.equal((await heard(page, "error")).code, "load");
        assert.match(await inside(page), /^计算器没有打开/);
        assert.deepEqual(await page.axe({ within: "quittance-calculator" }), []);
        broken = false;
        await page.evaluate(() => {
          const again = Object.assign(document.createElement("quittance-calculator"), { lang: "en", case: "loan-gb" });
          document.querySelector("quittance-calculator").replaceWith(again);
        });
        await heard(page, "ready");
        assert.equal((await told(page, "error")).length, 1);
      });
    } finally {
      await other.close();
    }
  });
}

test("a panic ends every calculator with a sentence inside it, and calls nothing of the page's", () =>
  onHost({ edit: two, ready: (page) => heard(page, "ready", 2) }, async (page) => {
    await page.evaluate(() => {
      globalThis.quittanceStopped = () => globalThis.told.push({ type: "overlay" });
      // The next element that the calculator makes is refused, once: it cannot go on without it.
      for (const [object, name] of [[Node.prototype, "cloneNode"], [Document.prototype, "createElement"]]) {
        const real = object[name];
        object[name] = function () {
          object[name] = real;
          throw new Error("refused");
        };
      }
      const calculator = document.querySelector("quittance-calculator");
      calculator.setAttribute("lang", "en");
      // Another language changes the words of what stands; another option needs elements of its own.
      calculator.shadowRoot.querySelector(".next-column button").click();
    });
    await heard(page, "error", 2);
    const stopped = await told(page, "error");
    assert.deepEqual(stopped.map((one) => one.detail.code), ["stopped", "stopped"]);
    for (const at of [0, 1]) assert.match(await inside(page, at), /^Calculation stopped/);
    assert.deepEqual(await told(page, "overlay"), []);
    await page.evaluate(outOnly);
    await page.evaluate("document.querySelector('quittance-calculator').setAttribute('lang', 'zh')");
    assert.match(await inside(page), /^计算已停止/);
  }));

const outOnly = () => {
  const element = document.querySelector("quittance-calculator");
  element.remove();
  document.body.prepend(element);
};
