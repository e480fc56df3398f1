// The words of the screens, read from the tables that the app itself is built from, so that a journey
// finds a button by what stands on it today.

import { readFileSync } from "node:fs";

const TABLES = ["label", "talk_label"].map((name) => new URL(`../../src/text/${name}.rs`, import.meta.url));
const ENTRY = /^    (\w+) => \(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/gm;

const zh = {};
const en = {};
const plain = (text) => JSON.parse(`"${text.replace(/\\\n\s*/g, "")}"`);
for (const [, name, chinese, english] of TABLES.flatMap((table) => [...readFileSync(table, "utf8").matchAll(ENTRY)])) {
  if (name in zh) throw new Error(`Two labels are called ${name}`);
  zh[name] = plain(chinese);
  en[name] = plain(english);
}

/** A name that the table does not have is a mistake in the journey, not an empty text. */
const strict = (words) =>
  new Proxy(words, {
    get(of, name) {
      if (!(name in of)) throw new Error(`No label ${String(name)} in src/text/label.rs and talk_label.rs`);
      return of[name];
    },
  });

export const WORDS = { zh: strict(zh), en: strict(en) };
export const LOCALES = { zh: "zh-CN", en: "en-GB" };
