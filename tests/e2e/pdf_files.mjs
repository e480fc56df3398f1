// PDF files as other programs see them: their text by poppler, page by page, and the QR code that is read from a
// picture of a page.

import { execFileSync } from "node:child_process";
import jsQR from "jsqr";

/** Fonts draw some radicals and ideographs with one sign, which is then read back as the radical. */
const RADICALS = new Map(
  Object.entries({
    "⺠": "民", "⺟": "母", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门",
    "⻘": "青", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟",
    "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟",
  }),
);
const PAGE_NUMBER = /^\s*\d+ ?\/ ?\d+\s*$/gm;

/** A text with its signs as they are meant, so that the same words are the same text wherever they were read. */
export const asMeant = (text) => [...text.normalize("NFKC")].map((sign) => RADICALS.get(sign) ?? sign).join("");

/** Without anything that a line, a cell or a page adds; nor the stroke that the style sets between two languages. */
export const squeezed = (text) => asMeant(text).replace(/[\s\u200b/]+/g, "");

/** Every number with two decimals: amounts, and rates where they are written so. */
export const amounts = (text) => new Set(asMeant(text).match(/\d[\d,]*\.\d\d(?!\d)/g) ?? []);

/** The text of each page in the order in which it was written, without the number of the page. */
export function pagesOf(path) {
  const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  const pages = text.split("\f").map((page) => page.replace(PAGE_NUMBER, ""));
  // Behind the last page there is one more sign of its end.
  return pages.slice(0, -1);
}

/** Width and height of the first page in points. */
export function sizeOf(path) {
  const said = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  return said.match(/Page size: +([\d.]+) x ([\d.]+)/).slice(1).map((points) => Math.round(Number(points)));
}

/** What the QR code on one page says, read from a picture of it; null if there is none. */
export function codeOn(path, page) {
  for (const dots of [200, 300]) {
    const { width, height, grey } = pictureOf(path, page, dots);
    const points = Uint32Array.from(grey, (level) => 0xff000000 | (level * 0x010101));
    const read = codeIn(new Uint8ClampedArray(points.buffer), width, height);
    if (read !== null) return read;
  }
  return null;
}

/** What the QR code in a picture says; null if there is none. */
export const codeIn = (rgba, width, height) => jsQR(rgba, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;

/** One page as grey levels, row by row. */
function pictureOf(path, page, dots) {
  const place = ["-gray", "-r", `${dots}`, "-f", `${page}`, "-l", `${page}`];
  const image = execFileSync("pdftoppm", [...place, path], { maxBuffer: 1 << 28 });
  // P5, width, height, deepest grey, then the levels.
  const [head, width, height] = image.subarray(0, 40).toString("latin1").match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
  return { width: Number(width), height: Number(height), grey: image.subarray(head.length) };
}
