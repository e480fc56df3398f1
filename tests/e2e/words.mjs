// The words of the screens, read from the tables that the app itself is built from, so that a journey
// finds a button by what stands on it today.

import { readFileSync } from "node:fs";

const table = (name) => new URL(`../../src/text/${name}.rs`, import.meta.url);
const ENTRY = /^    (\w+) => \(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/gm;

const plain = (text) => JSON.parse(`"${text.replace(/\\\n\s*/g, "")}"`);

/** A name that the table does not have is a mistake in the journey, not an empty text. */
const strict = (words, from) =>
  new Proxy(words, {
    get(of, name) {
      if (!(name in of)) throw new Error(`No label ${String(name)} in src/text/${from}.rs`);
      return of[name];
    },
  });

function read(name) {
  const zh = {};
  const en = {};
  for (const [, label, chinese, english] of readFileSync(table(name), "utf8").matchAll(ENTRY)) {
    zh[label] = plain(chinese);
    en[label] = plain(english);
  }
  return { zh: strict(zh, name), en: strict(en, name) };
}

export const WORDS = read("label");
export const RULES_WORDS = read("rules_label");
export const LOCALES = { zh: "zh-CN", en: "en-GB" };
