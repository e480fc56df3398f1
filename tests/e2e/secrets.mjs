// What a lender keeps to itself: the sample card pack with limits that stand nowhere else in place of its private ones, and
// a search for them in every form in which a number can be written.

import { readFileSync } from "node:fs";

const PACK = JSON.parse(readFileSync(new URL("../../src/engine/rules/packs/house-card-cn.json", import.meta.url), "utf8"));

/** Private limits of every kind that takes an amount, a share or a rate, or so many days that their number is none by chance. */
const FIRST = [
  { kind: "minimum-settlement", share: "41.7391", amount: "12347.89" },
  { kind: "waiver-cap", component: "interest", share: "57.3917", amount: "2618.03" },
  { kind: "waiver-cap", component: "penalty", share: "63.8291", amount: "3819.66" },
  { kind: "waiver-cap", component: "charges", share: "71.9283", amount: "31415926.53" },
  { kind: "waiver-cap-total", share: "37.4619" },
  { kind: "minimum-down-payment", share: "4.1783" },
  { kind: "minimum-instalment", amount: "1307.93" },
  { kind: "all-in-cap", rate: "13.8467" },
  { kind: "arrears-cap", rate: "227.1937" },
  { kind: "charges-per-month", amount: "86753.09" },
  { kind: "penalty-rate-cap", rate: "21.6839" },
  { kind: "affordable-share", share: "83.6297" },
  { kind: "minimum-residual", amount: "3671.09" },
  { kind: "minimum-value", share: "17.3829", rate: "7.3391" },
  { kind: "total-cost-cap", share: "92.7361" },
  { kind: "total-within-rate", rate: "23.1947" },
  { kind: "maximum-total-days", days: 23459 },
  { kind: "maximum-days-between", days: 17393 },
  { kind: "maximum-days-to-first", days: 31873 },
  { kind: "maximum-deferral-days", days: 29437 },
  { kind: "maximum-grace-days", days: 18713 },
  { kind: "maximum-offer-days", days: 27919 },
];

/** The same kinds with other numbers, under which the same options pass. */
const other = (value) => (typeof value === "number" ? value - 1234 : value.replace(/\d$/, (last) => `${(Number(last) + 3) % 10}`));
const SECOND = FIRST.map(({ kind, component, ...limits }) => ({
  kind,
  ...(component && { component }),
  ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, other(value)])),
}));

/** The steps of the ladder: what each gives up of the penalty, and what it asks for at once. */
const GIVES = { first: ["9.3817", "26.4193"], second: ["8.1739", "25.9713"] };
const ASKS = { first: ["11.2947", "29.8371"], second: ["12.3719", "28.7139"] };
const HOPES = { first: { rate: "6.9173", kept: "96.1873", recovers: "33.8719" }, second: { rate: "5.7931", kept: "95.3197", recovers: "31.7913" } };

/** Public rules of other kinds: two limits of one kind and weight would leave open which one counts. */
const PUBLIC = PACK.rules.filter(({ visibility, limit }) => visibility === "public" && FIRST.every(({ kind }) => kind !== limit.kind));

/** A pack with private limits of the one kind or of the other; everything that is public is the same in both. */
export function packWith(which) {
  const limits = which === "first" ? FIRST : SECOND;
  const secret = limits.map((limit, at) => ({
    id: `SECRET-${which}-${at}`,
    limit,
    severity: "block",
    visibility: "private",
    source: `house: kept-to-itself-${which}`,
  }));
  const steps = GIVES[which].map((share, at) => ({
    id: `SECRET-step-${which}-${at}`,
    give: { waivers: { penalty: share } },
    ask: [{ kind: "down-payment", share: ASKS[which][at] }],
  }));
  return {
    ...PACK,
    id: "our-card",
    rules: [...PUBLIC, ...secret],
    ladder: { reveal: "reached", steps, source: `house: kept-to-itself-${which}` },
    expectations: { ...HOPES[which], source: `house: kept-to-itself-${which}` },
  };
}

/** Every number that only the first pack has. */
export const SENTINELS = [
  ...FIRST.flatMap(({ kind: _, component: __, ...limits }) => Object.values(limits).map(String)),
  ...GIVES.first,
  ...ASKS.first,
  ...Object.values(HOPES.first),
];

/** How CBOR writes a whole number that takes more than two bytes. */
function cbor(number) {
  if (number < 0x10000n) return null;
  const long = number > 0xffffffffn;
  const bytes = Buffer.alloc(long ? 9 : 5);
  bytes[0] = long ? 0x1b : 0x1a;
  if (long) bytes.writeBigUInt64BE(number, 1);
  else bytes.writeUInt32BE(Number(number), 1);
  return bytes;
}

/** A text as base64 writes it, wherever in a longer one it begins: the signs that depend on it alone. */
function inBase64(text) {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString("base64").replace(/=+$/, "");
    const from = [0, 2, 3][before];
    const spare = (before + text.length) % 3 === 0 ? 0 : 1;
    return whole.slice(from, whole.length - spare);
  });
}

/** Every form in which one number could stand somewhere. */
function formsOf(sentinel) {
  const [units, decimals = ""] = sentinel.split(".");
  const digits = `${units}${decimals}`.replace(/^0+/, "");
  const texts = [sentinel, digits, `${units.replace(/\B(?=(\d{3})+$)/g, ",")}${decimals && `.${decimals}`}`];
  if (decimals.length === 4) texts.push(`0.${units.padStart(2, "0")}${decimals}`);
  const scaled = [0n, 1n, 2n, 3n, 4n, 5n, 6n].map((power) => cbor(BigInt(digits) * 10n ** power)).filter(Boolean);
  const hex = BigInt(digits).toString(16);
  // Fewer than five signs could stand anywhere.
  const written = [...texts, hex, ...texts.flatMap(inBase64), ...texts.map((text) => Buffer.from(text).toString("hex"))];
  return [...written.filter((text) => text.length > 4).map((text) => Buffer.from(text)), ...scaled];
}

const WORDS = ["SECRET-", "kept-to-itself"];
const FORMS = [
  ...SENTINELS.flatMap((sentinel) => formsOf(sentinel).map((form) => ({ sentinel, form }))),
  ...WORDS.map((word) => ({ sentinel: word, form: Buffer.from(word) })),
];

/** How many forms are looked for. */
export const LOOKS = FORMS.length;

/** The forms by their first four bytes, so that a thing is gone through once and not once for each of them. */
const BY_BEGINNING = new Map();
for (const one of FORMS) {
  const beginning = one.form.readUInt32BE(0);
  BY_BEGINNING.set(beginning, [...(BY_BEGINNING.get(beginning) ?? []), one]);
}

function* standingIn(bytes) {
  for (let at = 0, four = 0; at < bytes.length; at += 1) {
    four = ((four << 8) | bytes[at]) >>> 0;
    for (const { sentinel, form } of BY_BEGINNING.get(four) ?? []) {
      if (bytes.subarray(at - 3, at - 3 + form.length).equals(form)) yield `${sentinel} as ${form}`;
    }
  }
}

/** What of the lender's stands in these things, each by its name. */
export const leaked = (things) =>
  Object.entries(things).flatMap(([name, thing]) => [...new Set(standingIn(Buffer.from(thing)))].map((found) => `${name}: ${found}`));
