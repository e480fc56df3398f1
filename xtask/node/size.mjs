// node size.mjs DIST BUDGET: bytes of every file that the first visit fetches, raw, gzip -9 and
// brotli -11, as the release build wrote them; fails above the budget of brotli bytes.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readPage } from "./page.mjs";

const [folder, budget] = process.argv.slice(2);
const count = new Intl.NumberFormat("en-US");

async function sizes(file) {
  const [raw, gz, br] = await Promise.all(
    ["", ".gz", ".br"].map(async (ending) => (await stat(join(folder, file + ending))).size),
  );
  return { file, raw, gz, br };
}

function row({ file, raw, gz, br }) {
  console.log([raw, gz, br].map((n) => count.format(n).padStart(10)).join(""), ` ${file}`);
}

const rows = await Promise.all((await readPage(folder)).files.map(sizes));
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
const total = { file: `total of ${rows.length} files`, raw: sum("raw"), gz: sum("gz"), br: sum("br") };

console.log("       raw      gzip    brotli  file");
rows.forEach(row);
row(total);
console.log(`F1: ${count.format(total.br)} of ${count.format(Number(budget))} bytes brotli, first visit`);
process.exit(total.br <= Number(budget) ? 0 : 1);
