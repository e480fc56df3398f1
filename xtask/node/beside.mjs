// F6 in Node: the engine in WebAssembly beside decimal.js, over the same debts, in turns.
//   node xtask/node/beside.mjs ROWS

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

const rows = Number(process.argv[2]);
const root = join(import.meta.dirname, "../..");
const require = createRequire(join(root, "tests/e2e/package.json"));
const engine = require(join(root, "target/xtask/in_wasm/node/in_wasm.js"));
const Decimal = require("decimal.js");
Decimal.set({ precision: 28, rounding: Decimal.ROUND_HALF_UP });

const { principals } = JSON.parse(engine.tables(rows));
const RATE = new Decimal("0.06").div(12);

/** Equal instalments as a textbook has them: interest rounded once a row, the last principal takes the residue. */
function schedule(principal) {
  const growth = RATE.plus(1).pow(rows);
  const instalment = principal.times(RATE).times(growth).div(growth.minus(1)).toDecimalPlaces(2);
  let balance = principal;
  const table = [];
  for (let row = 1; row <= rows; row += 1) {
    const interest = balance.times(RATE).toDecimalPlaces(2);
    const part = row === rows ? balance : instalment.minus(interest);
    balance = balance.minus(part);
    table.push({ interest, part, balance });
  }
  return table;
}

const debts = principals.map((minor) => new Decimal(minor).div(100));
// The control: the table is right, so that nothing is timed that does not work.
const known = schedule(new Decimal(10_000));
assert.equal(known.at(-1).balance.toString(), "0");
assert.equal(known[0].interest.toString(), "50");

function perSecond(work) {
  const began = process.hrtime.bigint();
  let times = 0;
  let took = 0n;
  do {
    work();
    times += 1;
    took = process.hrtime.bigint() - began;
  } while (took < 150_000_000n);
  return { times, perSecond: (Number(times) * 1e9) / Number(took) };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const [ours, theirs] = [[], []];
// Many passes a call: each call lays the debts out anew first.
const PASSES = 500;
for (let round = 0; round < 7; round += 1) {
  ours.push(perSecond(() => assert.ok(engine.bare(rows, PASSES))).perSecond * PASSES * debts.length);
  theirs.push(perSecond(() => debts.forEach(schedule)).perSecond * debts.length);
}
console.log(JSON.stringify({ ours: Math.round(median(ours)), theirs: Math.round(median(theirs)) }));
