// The harness itself: a page that leaks must be seen to leak, and a quiet one to be quiet.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { openHouse, PHONE, test } from "./harness.mjs";
import { until } from "./journeys.mjs";

const PAGE = `<!DOCTYPE html><html lang="en"><title>t</title><main><h1>t</h1>
<button id="quiet">q</button></main><script src="leaks.js"></script>`;
const POLICY = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`;
const LEAKS = {
  fetch: "fetch('/taken?by=fetch').catch(() => {})",
  image: "new Image().src = '/taken?by=image'",
  beacon: "navigator.sendBeacon('/taken?by=beacon', 'x')",
  socket: "new WebSocket('ws://127.0.0.1:9/taken')",
  window: "window.open('/taken?by=window')",
  navigation: "location.href = '/taken?by=navigation'",
  history: "history.pushState(null, '', '/taken?by=history')",
  frame: "document.body.append(Object.assign(document.createElement('iframe'), { src: '/taken' }))",
};
const QUIET = "location.hash = 'x'; new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='";

let folder;
let house;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "quittance-harness-"));
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "closed.html"), POLICY + PAGE);
  await writeFile(join(folder, "leaks.js"), "");
  house = await openHouse({ dist: folder });
});
after(async () => {
  await house?.close();
  if (folder) await rm(folder, { recursive: true });
});

const standing = (page) => page.waitForSelector("#quiet");

for (const [name, script] of Object.entries(LEAKS)) {
  test(`a leak by ${name} is seen`, async () => {
    const page = await house.newPage({ ready: standing });
    await page.evaluate(script);
    // A navigation is waited for to its end: see network.test.mjs.
    await until(() => page.left().join("\n"), name === "navigation" ? /navigation \S+taken/ : /taken/);
    await page.waitForTimeout(300);
    await page.context().close();
  });
}

test("what a policy refused is seen too", async () => {
  const page = await house.newPage({ path: "closed.html", ready: standing });
  await page.evaluate(LEAKS.fetch);
  await page.waitForTimeout(300);
  assert.match(page.left().join("\n"), /refused connect-src/);
  await page.context().close();
});

test("a page that keeps to itself leaves nothing", async () => {
  const page = await house.newPage({ ready: standing });
  await page.evaluate(QUIET);
  await page.waitForTimeout(300);
  assert.deepEqual(page.left(), []);
  await page.context().close();
});

test("axe sees a planted fault, and none in a page without", async () => {
  const page = await house.newPage({ ...PHONE, ready: standing });
  assert.deepEqual(await page.axe(), []);
  await page.evaluate("document.querySelector('#quiet').textContent = ''");
  assert.match((await page.axe()).join("\n"), /button-name/);
  await page.context().close();
});

test("an uncaught error is a fault", async () => {
  const page = await house.newPage({ ready: standing });
  assert.deepEqual(page.faults(), []);
  await page.evaluate("setTimeout(() => { throw new Error('planted') })");
  await page.waitForTimeout(100);
  assert.match(page.faults().join("\n"), /planted/);
  await page.context().close();
});
