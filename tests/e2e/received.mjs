// Everything that somebody receives by opening a link: what the page is made of and holds, what those who listen hear, what
// stands in the browser, what was written to its console, and every file that can be taken.

import { readFile } from "node:fs/promises";
import { saved } from "./journeys.mjs";
import { codeIn } from "./pdf_files.mjs";
import { execFileSync } from "node:child_process";

const HEARD = "accessibility tree";
/** The one thing that two readings of one page may differ in. */
export const STATES = "states of the accessibility tree";

/** The page as it stands, the texts in its fields too, what it wrote to the console, and what the browser keeps of it. */
export async function ofPage(page) {
  const found = await page.evaluate(async () => ({
    markup: document.documentElement.outerHTML,
    fields: JSON.stringify([...document.querySelectorAll("input, textarea, select")].map((field) => field.value)),
    title: document.title,
    address: location.href,
    history: JSON.stringify(history.state),
    cookies: document.cookie,
    kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys()]),
    // They come in any order.
    fetched: JSON.stringify(performance.getEntriesByType("resource").map((entry) => entry.name).sort()),
    globals: Object.getOwnPropertyNames(globalThis).join(" "),
  }));
  return { ...found, ...(await treeOf(page)), console: page.heard().join("\n") };
}

/**
 * What those who listen hear, once it stays as it is: the tree follows the page after a moment. Its order, and what it says
 * of the state of each node, depend on when it is read.
 */
async function treeOf(page) {
  const session = await page.context().newCDPSession(page);
  const read = async () => {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const heard = nodes.map(({ role, name, value, description }) => JSON.stringify([role?.value, name?.value, value?.value, description?.value]));
    return { [HEARD]: heard.sort().join("\n"), [STATES]: JSON.stringify(nodes.map(({ properties }) => properties)) };
  };
  let last = null;
  let tree = await read();
  for (let reading = 0; tree[HEARD] !== last && reading < 20; reading += 1) {
    await page.waitForTimeout(50);
    [last, tree] = [tree[HEARD], await read()];
  }
  await session.detach();
  return tree;
}

/** The papers: as the page saves and copies them, as Chromium prints them, and what can be read in the PDF files. */
async function ofPapers(hand) {
  const { page, words, press, lang } = hand;
  const things = {};
  await press(words.KeepThis);
  for (const paper of ["Agreement", "ArrearsNotice", "RepaymentPlan"]) {
    await hand.button(words[paper]).first().click();
    for (const file of ["SavePdf", "SaveTextFile", "SaveCalendar", "SaveSpreadsheet", "SaveData"]) {
      // Table, calendar and data are those of the agreement, whichever paper is shown.
      if (paper !== "Agreement" && !["SavePdf", "SaveTextFile"].includes(file)) continue;
      const { bytes, path } = await saved(hand, file);
      things[`${paper}, ${file}`] = bytes;
      if (file === "SavePdf") things[`${paper}, PDF read`] = execFileSync("pdftotext", ["-raw", path, "-"]);
    }
  }
  await hand.button(words.Agreement).first().click();
  for (const copy of ["CopyText", "CopyShortText", "CopyLink"]) {
    await hand.button(words[copy]).last().click();
    await page.getByText(words.Copied, { exact: true }).waitFor();
    things[copy] = await page.evaluate(() => navigator.clipboard.readText());
  }
  const print = await page.pdf({ format: lang === "zh" ? "A4" : "Letter" });
  things.printed = execFileSync("pdftotext", ["-raw", "-", "-"], { input: print });
  await press(words.KeepThis);
  return things;
}

/** A text signed, with its bytes as they are. */
export function ofText(link) {
  const text = link.slice(link.indexOf("#") + 1);
  return { link, bytes: Buffer.from(text.replace(/^s1\.|\.z$/g, ""), "base64url") };
}

/** What the QR code of a link that is handed over says, drawn on a page of its own. */
export async function codeShown(page) {
  const drawing = await page.locator(".handed svg.qr").evaluate((svg) => {
    const copy = svg.cloneNode(true);
    const side = svg.viewBox.baseVal.width * 3;
    // A few points for each module are enough, and many are slow to hand over.
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", side);
    copy.setAttribute("height", side);
    return { side, source: copy.outerHTML };
  });
  const blank = await page.context().newPage();
  const levels = await blank.evaluate(async ({ side, source }) => {
    const picture = new Image(side, side);
    picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0, side, side);
    const { data } = context.getImageData(0, 0, side, side);
    return Array.from({ length: side * side }, (_, at) => (data[at * 4] < 128 ? "1" : "0")).join("");
  }, drawing);
  await blank.close();
  const rgba = Uint8ClampedArray.from({ length: levels.length * 4 }, (_, at) => (levels[at >> 2] === "1" && at % 4 < 3 ? 0 : 255));
  return codeIn(rgba, drawing.side, drawing.side);
}

/** Opens every fold of a page. */
const unfolded = (page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });

/**
 * Everything of one plan that a page shows: with every fold open, its papers, and the answers that can be given to it.
 */
export async function ofPlan(hand) {
  const { page, words, press } = hand;
  const things = {};
  const note = (name, found) => {
    for (const [part, thing] of Object.entries(found)) things[`${name}, ${part}`] = thing;
  };
  await unfolded(page);
  note("plan", await ofPage(page));
  note("papers", await ofPapers(hand));
  if (await hand.button(words.Rather).count()) {
    await press(words.Rather);
    await hand.fill(words.WishEach, "1500");
    await hand.fill(words.WishFirst, "2026-12-20");
    await press(words.Propose);
    const wish = page.locator(".handed textarea");
    await wish.waitFor();
    note("wish", { ...ofText(await wish.inputValue()), ...(await ofPage(page)) });
    await press(words.NotYet);
    await press(words.Accept);
    await press(words.AcceptNow);
    await page.getByText(words.AcceptedNow, { exact: true }).waitFor();
    note("acceptance", { ...ofText(await wish.inputValue()), ...(await ofPage(page)) });
    await press(words.NotYet);
  }
  return things;
}

/** The bytes of a file that a button saves. */
export const fileOf = async (hand, label) => readFile((await saved(hand, label)).path);
