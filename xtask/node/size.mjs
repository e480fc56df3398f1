// node size.mjs DIST BUDGET: bytes of every file that the first visit fetches, raw, gzip -9 and
// brotli -11, as the release build wrote them; fails above the budget of brotli bytes. The rules page is
// no part of the first visit and has a line of its own.

import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readPage } from "./page.mjs";

const [folder, budget] = process.argv.slice(2);
const count = new Intl.NumberFormat("en-US");

async function sizes(from, file) {
  const [raw, gz, br] = await Promise.all(
    ["", ".gz", ".br"].map(async (ending) => (await stat(join(from, file + ending))).size),
  );
  return { file, raw, gz, br };
}

/** Everything that a page fetches, file by file and in all. */
async function visit(from) {
  const rows = await Promise.all((await readPage(from)).files.map((file) => sizes(from, file)));
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return { rows, raw: sum("raw"), gz: sum("gz"), br: sum("br") };
}

function row({ file, raw, gz, br }) {
  console.log([raw, gz, br].map((n) => count.format(n).padStart(10)).join(""), ` ${file}`);
}

const first = await visit(folder);
console.log("       raw      gzip    brotli  file");
first.rows.forEach(row);
row({ ...first, file: `total of ${first.rows.length} files` });
const rules = join(folder, "rules");
if (existsSync(join(rules, "index.html"))) {
  const beside = await visit(rules);
  row({ ...beside, file: `the rules page, ${beside.rows.length} files, fetched by whoever opens it` });
}
console.log(`F1: ${count.format(first.br)} of ${count.format(Number(budget))} bytes brotli, first visit`);
process.exit(first.br <= Number(budget) ? 0 : 1);
