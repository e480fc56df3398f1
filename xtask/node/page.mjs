// What the built index.html points at: the first visit, as the browser will fetch it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

const TAG = /<(?:link|script|meta)\b[^>]*>/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*"([^"]*)"/g;

const attributes = (tag) => Object.fromEntries([...tag.matchAll(ATTRIBUTE)].map(([, k, v]) => [k, v]));

/** Reads the built page: its own files in order, the app's two, and the app's style sheets. */
export async function readPage(folder) {
  const html = (await readFile(join(folder, "index.html"), "utf8")).replace(/<!--[\s\S]*?-->/g, "");
  const tags = [...html.matchAll(TAG)].map(([tag]) => attributes(tag));
  const app = tags.find((tag) => tag.name === "quittance-app");
  if (!app) throw new Error("index.html names no app: Trunk.toml's pattern_script did not reach it");
  const integrity = new Map();
  const files = new Set(["index.html"]);
  for (const tag of tags) {
    const address = tag.href ?? tag.src;
    if (address === undefined || address.startsWith("data:")) continue;
    files.add(local(address));
    if (tag.integrity) integrity.set(local(address), tag.integrity);
  }
  // The shell's sheet is for the page alone; an embedded calculator has no shell.
  const sheets = tags.filter((tag) => tag.rel === "stylesheet" && tag.class !== "shell");
  return {
    files: [...files],
    integrity,
    js: local(app["data-js"]),
    wasm: local(app["data-wasm"]),
    sheets: sheets.map((tag) => local(tag.href)),
  };
}

function local(address) {
  if (/^[a-z]+:|^\/\//i.test(address)) throw new Error(`index.html points elsewhere: ${address}`);
  return address.replace(/^\.?\//, "");
}
