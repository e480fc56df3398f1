// The 22 fields of an agreement: their titles in every profile, read from the table that the app is built from, and what
// each must say of the plan at hand, worked out here from the data file. `missing` looks for them in any text.

import { readFileSync } from "node:fs";
import { asMeant, squeezed } from "./pdf_files.mjs";

const SOURCE = readFileSync(new URL("../../src/text/clause/mod.rs", import.meta.url), "utf8");
const PROFILE = readFileSync(new URL("../../src/agreement/profile.rs", import.meta.url), "utf8");
const FIELD = readFileSync(new URL("../../src/agreement/field.rs", import.meta.url), "utf8");

const NAMES = { "cn-card": "CnCard", "cn-loan": "CnLoan", "cn-receivable": "CnReceivable", gb: "Gb", us: "Us" };
const pair = ([, name, zh, en]) => [name, { zh, en }];
const USUAL = Object.fromEntries([...SOURCE.matchAll(/^ +FieldId::(\w+) => \(\s*"(.+?)",\s*"(.+?)"/gm)].map(pair));
const OWN = Object.fromEntries(
  [...SOURCE.matchAll(/^ +\(Profile::(\w+), FieldId::(\w+)\) => (?:\{\s*)?\(\s*"(.+?)",\s*"(.+?)"/gm)].map(
    ([, profile, name, zh, en]) => [`${profile} ${name}`, { zh, en }],
  ),
);

/** The names of all fields in the order of the document. */
export const FIELDS = [...FIELD.match(/pub const ALL[^;]*; 22\] = \[([^\]]*)\]/s)[1].matchAll(/Self::(\w+)/g)].map(([, name]) => name);

/** The fields of a profile in its order. */
export function fieldsOf(profile) {
  const found = PROFILE.match(new RegExp(`Self::${NAMES[profile]} => \\[([^\\]]*)\\]`, "s"));
  return found ? [...found[1].matchAll(/F::(\w+)/g)].map(([, name]) => name) : FIELDS;
}

/** The title of a field in a profile. */
export const titleOf = (profile, name) => OWN[`${NAMES[profile]} ${name}`] ?? USUAL[name];

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day as each language writes it in a sentence. */
function day(iso, lang) {
  const [year, month, date] = iso.split("-").map(Number);
  return lang === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A decimal text with its thousands set apart. */
export const grouped = (decimal) => decimal.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
const sum = (parts) => {
  const minor = Object.values(parts).reduce((all, part) => all + BigInt(part.replace(".", "")), 0n);
  return grouped(`${minor / 100n}.${`${minor % 100n}`.padStart(2, "0")}`);
};

/** What a field must say in a language. Where nothing is named, a whole sentence must stand there. */
function said(name, lang, data) {
  const { creditor, totals, rows, if_payments_stop: stops } = data;
  const waived = totals.waived === "0.00" ? [] : [grouped(totals.waived)];
  const paying = rows.filter((row) => row.kind !== "deferral");
  const what = {
    Creditor: () => [creditor.name, creditor.contact],
    Borrower: () => [data.borrower, data.account],
    AsOf: () => [day(data.as_of, lang)],
    Owed: () => [sum(data.opening)],
    Concessions: () => waived,
    Payments: () => paying.flatMap((row) => [row.date, grouped(row.amount)]),
    Totals: () => [grouped(totals.paid), ...waived],
    MissedPayment: () => stops.flatMap((stop) => [stop.on, grouped(stop.total)]),
    Channels: () => creditor.channels,
    Expiry: () => [day(data.terms.expires_on, lang)],
    Contacts: () => [creditor.complaints],
    Versions: () => [data.rule_pack.id, data.rule_pack.version, data.engine_version],
    Verification: () => [data.code],
    Conventions: () => [data.currency],
  };
  return what[name]?.() ?? [];
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The head of a field, its number and its title in each language that the paper is in, as it may stand in a text. */
function head(profile, name, number, languages) {
  const titles = languages.map((lang) => escaped(squeezed(titleOf(profile, name)[lang])));
  return new RegExp(`${number}\\.?${titles.join("")}`, "g");
}

/** The page, counted from 1, on which a field begins; 0 if none has its head. */
export function pageOf(pages, name, { languages, data }) {
  const number = fieldsOf(data.profile).indexOf(name) + 1;
  return pages.findIndex((text) => head(data.profile, name, number, languages).test(squeezed(text))) + 1;
}

/**
 * The fields that a text of an agreement does not have, each with what is not there: the 22 heads must follow each other in
 * the order of the profile, and between a head and the next one what the field must say.
 */
export function missing(text, { languages, data }) {
  const { profile } = data;
  const whole = squeezed(text);
  const faults = [];
  const places = [];
  let from = 0;
  for (const [at, name] of fieldsOf(profile).entries()) {
    const pattern = head(profile, name, at + 1, languages);
    pattern.lastIndex = from;
    const found = pattern.exec(whole);
    if (found) {
      from = pattern.lastIndex;
      places.push({ name, starts: found.index, from });
    } else {
      faults.push(`${name}: its head is not there`);
    }
  }
  for (const [at, { name, from }] of places.entries()) {
    const body = whole.slice(from, places[at + 1]?.starts ?? whole.length);
    for (const lang of languages) {
      for (const wanted of said(name, lang, data)) {
        if (!body.includes(squeezed(wanted))) faults.push(`${name}: ${wanted} is not said`);
      }
    }
    // Sentences of both scripts end so, whatever signs the text was read with.
    if (!/.{8,}[。.]/.test(asMeant(body))) faults.push(`${name}: no sentence`);
  }
  return faults;
}
