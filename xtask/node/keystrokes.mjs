// F2: from a key going down to the frame that shows what it changed, with four options of 60 payments and every rule.
//   node xtask/node/keystrokes.mjs [KEYS]            (CHROMIUM names the browser)
// One line of JSON for each slowing of the processor: { slowed, keys, shown, median, p99, worst, aim } in milliseconds;
// exits with 1 above an aim.
//
// The browser is told not to wait for a screen's next refresh: what is measured is the work, not the monitor. A key counts
// only if the figures in that very frame differ from those before it.

import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "./serve.mjs";

const keys = Number(process.argv[2] ?? 400);
const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "tests/e2e/package.json"));
const { chromium } = require("playwright-core");
const { WORDS } = await import(join(root, "tests/e2e/words.mjs"));
const words = WORDS.en;

/** How much slower the processor is made, and the milliseconds within which 99 of 100 keys are to be shown. */
const AIMS = [
  [1, 16],
  [4, 50],
];

const server = await serve(join(root, "dist"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-gpu-vsync",
    "--disable-frame-rate-limit",
  ],
});
try {
  for (const [slowed, aim] of AIMS) {
    const found = await measured(slowed);
    console.log(JSON.stringify({ ...found, aim }));
    if (found.shown === 0 || found.p99 > aim) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
}

async function measured(slowed) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForSelector("#shell", { state: "detached" });
  const button = (name) => page.getByRole("button", { name, exact: true });
  const field = (name) => page.getByLabel(name, { exact: true }).first();
  await button(words.SampleCard).click();
  await field(words.HowManyPayments).fill("60");
  for (let more = 1; more < 4; more += 1) await button(words.DuplicateChoice).click();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await field(words.Rate).focus();
  await page.evaluate(watch);
  // A rate of three digits and back: each key makes another plan of 60 payments.
  const typed = ["1", ".", "7", "5", "Backspace", "Backspace", "Backspace", "Backspace"];
  // Three keys go down here: each of the others waits for the frame of the one before it.
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(typed[key % typed.length]);
    await page.evaluate((wanted) => globalThis.keystrokes.until(wanted), key + 4);
  }
  const { times, all } = await page.evaluate(() => ({ ...globalThis.keystrokes, until: undefined }));
  await context.close();
  times.sort((one, other) => one - other);
  const at = (part) => Number((times[Math.ceil(times.length * part) - 1] ?? 0).toFixed(2));
  return { slowed, keys: all, shown: times.length, median: at(0.5), p99: at(0.99), worst: at(1) };
}

/** In the page: how long each key takes until the frame in which the figures are others. */
function watch() {
  const figures = () => document.querySelector("table.options")?.textContent ?? "";
  let waiting = null;
  const state = {
    times: [],
    all: 0,
    /** Waits without a timer or a frame of its own, which would be drawn beside those that are measured. */
    until: (wanted) =>
      new Promise((resolve) => {
        waiting = () => state.all >= wanted && resolve();
        waiting();
      }),
  };
  globalThis.keystrokes = state;
  globalThis.addEventListener(
    "keydown",
    () => {
      const began = performance.now();
      const before = figures();
      requestAnimationFrame(() => {
        // A task of its own after the frame: by then it has been laid out and painted.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const took = performance.now() - began;
          if (figures() !== before) state.times.push(took);
          state.all += 1;
          waiting?.();
        };
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}
