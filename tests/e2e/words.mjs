// The words of the screens, read from the tables that the app itself is built from, so that a journey
// finds a button by what stands on it today.

import { readFileSync } from "node:fs";

const table = (name) => new URL(`../../src/text/${name}.rs`, import.meta.url);
const ENTRY = /^    (\w+) => \(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/gm;

const plain = (text) => JSON.parse(`"${text.replace(/\\\n\s*/g, "")}"`);

/** A name that the tables do not have is a mistake in the journey, not an empty text. */
const strict = (words, tables) =>
  new Proxy(words, {
    get(of, name) {
      if (!(name in of)) throw new Error(`No label ${String(name)} in src/text: ${tables.join(", ")}`);
      return of[name];
    },
  });

function read(...tables) {
  const zh = {};
  const en = {};
  for (const [, label, chinese, english] of tables.flatMap((name) => [...readFileSync(table(name), "utf8").matchAll(ENTRY)])) {
    if (label in zh) throw new Error(`Two labels are called ${label}`);
    zh[label] = plain(chinese);
    en[label] = plain(english);
  }
  return { zh: strict(zh, tables), en: strict(en, tables) };
}

export const WORDS = read("label", "talk_label", "track_label", "trust_label");
export const RULES_WORDS = read("rules_label");
export const LOCALES = { zh: "zh-CN", en: "en-GB" };
