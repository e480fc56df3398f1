// What every journey needs: the built app on a loopback address, a browser without a past, pages of
// a given size and language, and an account of all that tries to leave a page once it stands.
//
//   const house = await openHouse();
//   const page = await house.newPage({ width: 375, height: 667, locale: "en-GB" });
//   ... act ...
//   assert.deepEqual(page.left(), []);
//   await house.close();

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { test as unbounded } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../xtask/node/serve.mjs";

export const DIST = process.env.QUITTANCE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 375, height: 667 };

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Whether everything is asked for, of which a test run takes some: `cargo xtask figures U5 T5 T6`. */
export const WHOLE = process.env.QUITTANCE_WHOLE === "1";

/** A test that is not over after two minutes has failed: Node's own would wait for ever. The whole of a thing takes longer. */
export const test = (name, work) => unbounded(name, { timeout: WHOLE ? 3_600_000 : 120_000 }, work);

function executable() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));
  if (!found) throw new Error("No Chromium: install it or name it in CHROMIUM.");
  return found;
}

/** Serves a folder (`alter` may damage what it sends) and starts a browser with an empty profile. */
export async function openHouse({ dist = DIST, alter } = {}) {
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} is not built: cargo xtask build`);
  const server = await serve(dist, { alter });
  const browser = await chromium.launch({ executablePath: executable(), args: ARGUMENTS });
  return {
    url: server.url,
    newPage: (wish) => newPage(browser, server.url, wish),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * A page in a context of its own, so that nothing stored is shared unless `context` hands an earlier
 * page's on. `path` is relative to the app; `ready` is what to wait for, or null to wait for nothing; `init` runs before
 * anything of the page does, and `draft` is what the desk kept there before.
 * Added to the page: `left()`, `faults()`, `heard()` and `axe()`.
 */
async function newPage(browser, url, wish = {}) {
  const { width = DESK.width, height = DESK.height, locale = "zh-CN", colorScheme = "light" } = wish;
  const { path = "", ready = appStands, timezoneId = "Asia/Shanghai", context: given } = wish;
  const { init, draft } = wish;
  const context =
    given ??
    (await browser.newContext({
      viewport: { width, height },
      locale,
      colorScheme,
      timezoneId,
      acceptDownloads: true,
      permissions: ["clipboard-read", "clipboard-write"],
    }));
  const page = await context.newPage();
  page.setDefaultTimeout(WHOLE ? 60_000 : 10_000);
  page.faults = watchFaults(page);
  page.heard = watchConsole(page);
  page.axe = (options) => axe(page, options);
  const traffic = await watchTraffic(page);
  if (init) await page.addInitScript(init);
  if (draft) {
    await page.addInitScript((draft) => {
      // The blank page that comes first keeps nothing.
      if (location.protocol === "http:") localStorage.setItem("quittance-draft", draft);
    }, draft);
  }
  await page.goto(new URL(path, url).href);
  if (ready) await ready(page);
  page.left = traffic.from();
  return page;
}

/** The app stands once the page's loader has taken its shell away and reported no failure. */
export async function appStands(page) {
  await page.waitForSelector("#shell", { state: "detached" });
  if (await page.isVisible("#load-failed")) {
    throw new Error(`The app did not open: ${await page.textContent("#load-failed-detail")}`);
  }
}

/** Uncaught errors and console errors, as text. */
function watchFaults(page) {
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  return () => [...faults];
}

/** Everything that a page writes to its console, as text. */
function watchConsole(page) {
  const heard = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  return () => [...heard];
}

/**
 * Notes every request, navigation, socket, new window, and attempt that a policy refused. `data:`
 * and `blob:` never leave the machine, and a change of the fragment alone is no navigation.
 */
async function watchTraffic(page) {
  const notes = [];
  const note = (kind, url) => {
    if (!/^(data|blob|about):/.test(url)) notes.push(`${kind} ${url}`);
  };
  const bare = (url) => url.split("#")[0];
  let start = null;
  page.context().on("request", (request) => note("request", request.url()));
  page.context().on("page", (other) => other !== page && notes.push(`window ${other.url()}`));
  page.on("websocket", (socket) => note("socket", socket.url()));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || bare(frame.url()) !== start) note("navigation", frame.url());
  });
  await page.exposeFunction("refusedByPolicy", (what) => notes.push(`refused ${what}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.refusedByPolicy(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return {
    from() {
      start = bare(page.url());
      const before = notes.length;
      return () => notes.slice(before);
    },
  };
}

/** What axe finds, one line each: rule, impact, and the first places. */
async function axe(page, { tags = AXE_TAGS, within } = {}) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ([tags, within]) => globalThis.axe.run(within ?? document, { runOnly: tags }),
    [tags, within],
  );
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => node.target.join(" "));
    return `${id} (${impact}) at ${places.join(" | ")}${nodes.length > 3 ? " ..." : ""}`;
  });
}
