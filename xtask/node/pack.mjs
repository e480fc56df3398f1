// Trunk's post-build hook. It leaves index.html, js and wasm alone, because their hashes are
// already written into the page, and adds what stands beside them:
//   embed/*            the files of src/embed that are not Rust, under the names they have there
//   embed/manifest.js  where embed/v1.js finds the hashed files, and the styles as one text
//   *.br *.gz          for servers that send ready-made compressed files (release only)
// The rules page is built by a run of its own and is never embedded.

import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { readPage } from "./page.mjs";

const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".svg", ".wasm"]);
const folder = process.env.TRUNK_STAGING_DIR;
const source = process.env.TRUNK_SOURCE_DIR;

const page = await readPage(folder);
await checkIntegrity();
if (page.js.startsWith("quittance-app-")) await writeEmbed();
if (process.env.TRUNK_PROFILE === "release") await compress();

/** A wrong hash would stop the app in every browser: find it here. */
async function checkIntegrity() {
  for (const [file, wanted] of page.integrity) {
    const [algorithm] = wanted.split("-");
    const digest = createHash(algorithm).update(await readFile(join(folder, file))).digest("base64");
    if (wanted !== `${algorithm}-${digest}`) throw new Error(`${file} is not what index.html vouches for`);
  }
  for (const file of [page.js, page.wasm, ...page.sheets]) {
    if (!page.integrity.has(file)) throw new Error(`index.html does not vouch for ${file}`);
  }
}

async function writeEmbed() {
  const from = join(source, "src/embed");
  const target = join(folder, "embed");
  await mkdir(target, { recursive: true });
  const names = await readdir(from).catch(() => []);
  for (const name of names.filter((name) => extname(name) !== "" && extname(name) !== ".rs")) {
    await copyFile(join(from, name), join(target, name));
  }
  const sheets = await Promise.all(page.sheets.map((file) => readFile(join(folder, file), "utf8")));
  const entries = {
    js: `../${page.js}`,
    wasm: `../${page.wasm}`,
    wasmIntegrity: page.integrity.get(page.wasm),
    css: sheets.join("\n"),
  };
  const lines = Object.entries(entries).map(([k, v]) => `export const ${k} = ${JSON.stringify(v)};\n`);
  await writeFile(join(target, "manifest.js"), lines.join(""));
}

async function compress() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && COMPRESSED.has(extname(entry.name)));
  for (const entry of files) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = await readFile(path);
    await writeFile(`${path}.br`, await brotli(bytes));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}

function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}
