// 500 texts that somebody wrote to be run rather than read, the same as in the native tests, and what a page is made of
// that they might add to.

import { readFileSync } from "node:fs";

const GIVEN = JSON.parse(readFileSync(new URL("../injections.json", import.meta.url), "utf8"));

function dressed(vector, { before = "", times = 1, replace = [], upper = false }) {
  const text = replace.reduce((text, [this_, that]) => text.replaceAll(this_, that), vector.repeat(times));
  return before + (upper ? text.toUpperCase() : text);
}

export const PAYLOADS = GIVEN.vectors.flatMap((vector) => GIVEN.dressings.map((dressing) => dressed(vector, dressing)));

/** One that any line may hold. */
export const PLAIN = GIVEN.vectors[1];

/** What stands in the same places and means nothing. */
export const HARMLESS = "qxz";

/** Every form of the payloads once, and so few that a test run has time for them. */
export const SOME = GIVEN.vectors.map((vector, at) => dressed(vector, GIVEN.dressings[at % GIVEN.dressings.length]));

/**
 * Runs first in a page: whatever a text that is run would do is noted, and `shapeOf` says what a page is made of: which
 * elements with which attributes there are, and how many of those that no text of ours makes.
 */
export function watch() {
  const ran = [];
  Object.defineProperty(globalThis, "ran", { value: ran });
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) globalThis[name] = () => ran.push(name);
  const COUNTED =
    "script, img, svg, iframe, frame, a, style, link, base, meta, form, input, select, textarea, template, object, embed, " +
    "video, audio, image, use, b, marquee, [style], [srcdoc]";
  const roots = () => [document, ...[...document.querySelectorAll("*")].map((it) => it.shadowRoot).filter(Boolean)];
  const shapeOf = () => {
    const kinds = new Set();
    const counts = {};
    for (const root of roots()) {
      for (const element of root.querySelectorAll("*")) {
        const names = element.getAttributeNames();
        for (const name of names) kinds.add(`${element.localName}[${name}]`);
        for (const name of ["href", "src", "action", "formaction"]) {
          if (/^\s*(javascript|data):/i.test(element.getAttribute(name) ?? "")) kinds.add(`${name}=${element.getAttribute(name).slice(0, 20)}`);
        }
        kinds.add(element.localName);
        if (element.matches(COUNTED)) counts[element.localName] = (counts[element.localName] ?? 0) + 1;
      }
    }
    return { kinds: [...kinds], counts };
  };
  /** What is there that is not in the shape of harmless texts. */
  const addedTo = (before) => {
    const now = shapeOf();
    const kinds = now.kinds.filter((kind) => !before.kinds.includes(kind));
    const more = Object.entries(now.counts).filter(([name, count]) => count > (before.counts[name] ?? 0));
    return [...kinds, ...more.map(([name, count]) => `${count} ${name}`)];
  };
  const settled = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));
  const fields = () =>
    [...document.querySelectorAll("input, textarea")].filter(
      (field) => !["file", "radio", "checkbox", "range"].includes(field.type) && !field.readOnly && !field.disabled && field.offsetParent,
    );
  const type = (field, text) => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  /**
   * Types harmless texts into every field that is seen, then each payload into each: in every round each field has another
   * one. Answers with how many fields there were, how often was typed, and what came of it that should not.
   */
  const typeAll = async (payloads, harmless) => {
    const all = fields();
    // A field that another one has taken away is typed into no more.
    for (const field of all) if (field.isConnected) type(field, harmless);
    await settled();
    const before = shapeOf();
    const found = [];
    let typed = 0;
    for (let round = 0; round < payloads.length; round += 1) {
      for (const [place, field] of all.entries()) {
        if (!field.isConnected) continue;
        type(field, payloads[(round + place * 7) % payloads.length]);
        typed += 1;
      }
      await settled();
      // What is looked for in the background may still be on its way.
      for (let wait = 0; wait < 20 && addedTo(before).length > 0; wait += 1) await settled();
      for (const added of addedTo(before)) found.push(`${added} with ${JSON.stringify(payloads[round])} and on`);
    }
    return { fields: all.length, typed, found, ran };
  };
  Object.defineProperty(globalThis, "hostile", { value: { shapeOf, addedTo, settled, typeAll } });
}
