// Opening the app, every way in which it can fail to open, and what stands after a panic.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DIST, openHouse, test } from "./harness.mjs";

const is = (ending) => (path) => path.endsWith(ending) && !path.startsWith("embed");
const wasm = is("_bg.wasm");
const glue = (path) => /^quittance-app-[0-9a-f]+\.js$/.test(path);
const loader = (path) => /^start-[0-9a-f]+\.js$/.test(path);

/** One bit of the middle byte. */
function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] ^= 1;
  return copy;
}
const damage = (which, how) => (path, bytes) => (which(path) ? how(bytes) : bytes);

async function inHouse(options, visit) {
  const house = await openHouse(options);
  try {
    await visit(house);
  } finally {
    await house.close();
  }
}

test("the app opens, fetches each file once, and then nothing can leave", () =>
  inHouse({}, async (house) => {
    const requests = [];
    const page = await house.newPage({
      ready: async (page) => {
        page.on("request", (request) => requests.push(request.url()));
        await page.reload();
        await page.waitForSelector("#shell", { state: "detached" });
      },
    });
    assert.deepEqual(page.faults(), []);
    assert.equal(await page.isVisible("#load-failed"), false);
    assert.ok((await page.textContent("#quittance-app")).length > 0, "nothing was mounted");
    assert.equal(new Set(requests).size, requests.length, requests.join("\n"));
    assert.deepEqual(page.left(), []);
    const refused = await page.evaluate("fetch('index.html').then(() => false, () => true)");
    assert.ok(refused, "the page can still fetch after start-up");
  }));

test("the page holds no inline script, style or handler", async () => {
  const html = await readFile(join(DIST, "index.html"), "utf8");
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)[^>]*>/i);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/i);
  assert.match(html, /script-src 'self' 'wasm-unsafe-eval';/);
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)=[^>]*>/g)) {
    assert.match(tag, /integrity="sha384-|href="data:/);
  }
});

const FAILURES = {
  "the WebAssembly is missing": damage(wasm, () => null),
  "the WebAssembly has one bit flipped": damage(wasm, flipped),
  "the WebAssembly is cut": damage(wasm, (bytes) => bytes.subarray(0, bytes.length - 1)),
  "its script is missing": damage(glue, () => null),
  "its script has one bit flipped": damage(glue, flipped),
};
for (const [name, alter] of Object.entries(FAILURES)) {
  test(`when ${name}, both languages say that it did not open`, () =>
    inHouse({ alter }, async (house) => {
      const page = await house.newPage({ ready: null });
      await page.waitForSelector("#load-failed", { timeout: 5_000 });
      const text = await page.innerText("#load-failed");
      assert.match(text, /计算器没有打开/);
      assert.match(text, /did not open/);
      assert.equal(await page.textContent("#quittance-app"), "", "a damaged app ran");
      assert.deepEqual(await page.axe(), []);
    }));
}

const SILENCES = {
  "the loader is missing": damage(loader, () => null),
  "the loader has one bit flipped": damage(loader, flipped),
};
for (const [name, alter] of Object.entries(SILENCES)) {
  test(`when ${name}, the shell says so by itself`, () =>
    inHouse({ alter }, async (house) => {
      const page = await house.newPage({ ready: null });
      await page.waitForSelector(".shell-slow", { timeout: 5_000 });
      assert.match(await page.innerText(".shell-slow"), /联系[\s\S]*contact your lender/);
      assert.deepEqual(await page.axe(), []);
    }));
}

test("after a panic an overlay stands, cannot be passed by, and offers the way back", () =>
  inHouse({}, async (house) => {
    const page = await house.newPage();
    await page.evaluate("setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable') })");
    await page.waitForSelector("#stopped", { timeout: 5_000 });
    const text = await page.innerText("#stopped");
    assert.match(text, /计算已停止，草稿仍在/);
    assert.match(text, /Calculation stopped, your draft is safe/);
    assert.match(text, /unreachable/);
    assert.deepEqual(await page.axe(), []);
    await Promise.all([page.waitForEvent("load"), page.click("#stopped-reload")]);
    await page.waitForSelector("#shell", { state: "detached" });
    assert.equal(await page.isVisible("#stopped"), false);
  }));

test("the panic hook's own call shows its line, once", () =>
  inHouse({}, async (house) => {
    const page = await house.newPage();
    await page.evaluate("quittanceStopped('first'); quittanceStopped('second')");
    assert.equal(await page.textContent("#stopped-detail"), "first");
  }));
