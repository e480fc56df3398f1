// A lender that a deployment pins: its people sign with keys that their browsers made and keep, or that a host page keeps.

import assert from "node:assert/strict";
import { createDecipheriv, pbkdf2Sync, sign } from "node:crypto";
import { PHONE, test } from "./harness.mjs";
import { TALL_PHONE, hands, journeys } from "./journeys.mjs";
import { LENDER, certificate, pinned, publicBytes, secretKey } from "./lender.mjs";
import { LOCALES } from "./words.mjs";

const { journey, visit, rooms } = journeys({ alter: pinned });
const fragment = (link) => link.slice(link.indexOf("#"));
const handed = (hand) => hand.page.locator(".handed textarea").first().inputValue();
const says = (hand, words) => hand.page.getByText(words, { exact: false }).first().waitFor();

/** The bytes in a link, without its checksum. */
const payload = (link) => Buffer.from(fragment(link).slice(4, -2), "base64url").subarray(0, -8);

/** What stands under a passphrase, read by docs/wire-format.md with Node's own cryptography. */
function deciphered(link, phrase) {
  const bytes = payload(link);
  const [salt, nonce, cipher, tag] = [bytes.subarray(0, 16), bytes.subarray(16, 28), bytes.subarray(28, -16), bytes.subarray(-16)];
  const key = pbkdf2Sync(phrase.replaceAll("-", ""), salt, 600_000, 32, "sha256");
  const opening = createDecipheriv("aes-256-gcm", key, nonce);
  opening.setAAD(Buffer.from("quittance-passphrase-1")).setAuthTag(tag);
  return Buffer.concat([opening.update(cipher), opening.final()]);
}

/** Makes a key on a device and has it certified; hands back its public half. */
async function certifiedKey(hand, role, holder) {
  const { page, words, press, field } = hand;
  await page.locator(".key-panel summary").first().click();
  await press(words.MakeKey);
  await says(hand, words.KeyNotCertified);
  const shown = await field(words.PublicKeyText).inputValue();
  assert.match(shown, /^[0-9a-f]{64}$/);
  const subject = Buffer.from(shown, "hex");
  // Another's certificate is none of this key's.
  await field(words.CertificateText).fill(certificate(publicBytes(secretKey(77)), role, holder));
  await press(words.TakeCertificate);
  await says(hand, words.NotACertificate);
  await field(words.CertificateText).fill(certificate(subject, role, holder));
  await press(words.TakeCertificate);
  return subject;
}

journey("a key made on the device signs, is found again, and withdraws", async (hand) => {
  const { page, words, agreement, press, lang } = hand;
  await agreement();
  await says(hand, words.NoKeyHere);
  await certifiedKey(hand, "agent", "Agent 4417");
  await says(hand, "Agent 4417");
  await press(words.Sign);
  await says(hand, words.SignedNow);
  const offer = fragment(await handed(hand));
  // The browser keeps the key and lets nobody read it.
  const kept = await page.evaluate(async () => {
    const opened = await new Promise((done, fail) => {
      const request = indexedDB.open("quittance");
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    const pair = await new Promise((done) => {
      const request = opened.transaction("keys").objectStore("keys").get("signing");
      request.onsuccess = () => done(request.result);
    });
    opened.close();
    const taken = await crypto.subtle.exportKey("pkcs8", pair.privateKey).catch((error) => error.name);
    return { extractable: pair.privateKey.extractable, taken };
  });
  assert.deepEqual(kept, { extractable: false, taken: "InvalidAccessError" });
  await visit({ lang, size: TALL_PHONE, path: offer }, async (borrower) => {
    const text = await borrower.text();
    assert.ok(text.includes("Agent 4417") && text.includes(words.StatusOffered), text.slice(0, 300));
    assert.ok(!text.includes(words.DemoKeys), "it is no demonstration");
    assert.equal(await borrower.button(words.Withdraw).count(), 0, "nobody without the key withdraws");
    await borrower.button(words.Accept).waitFor();
  });
  let withdrawn;
  await visit({ lang, size: TALL_PHONE, path: offer, context: page.context() }, async (agent) => {
    await agent.press(words.Withdraw);
    await says(agent, words.WithdrawnNow);
    withdrawn = fragment(await handed(agent));
  });
  // The second page of one context is a request of the first.
  page.left = () => [];
  await visit({ lang, size: TALL_PHONE, path: withdrawn }, async (borrower) => {
    assert.ok((await borrower.text()).includes(words.StatusWithdrawn));
    assert.equal(await borrower.button(words.Accept).count(), 0);
  });
  // Deleted, it signs nothing any more; what it signed stands.
  await page.locator(".key-panel > summary").first().click();
  await page.locator(".key-panel details summary").click();
  await press(words.ForgetKeyNow);
  await says(hand, words.NoKeyHere);
  await visit({ lang, size: TALL_PHONE, path: offer }, async (borrower) => {
    assert.ok((await borrower.text()).includes("Agent 4417"));
  });
});

journey("a supervisor approves with a key of their own device", async (hand) => {
  const { page, words, open, fill, press, lang } = hand;
  await open("SampleCard");
  await fill(words.HowManyPayments, "24");
  await hand.down("15%");
  await hand.comes({ Payments: "24" });
  await press(words.MakeAgreement);
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  await certifiedKey(hand, "agent", "Agent 4417");
  await press(words.AskApproval);
  await says(hand, words.AskedNow);
  const asked = fragment(await handed(hand));
  let approved;
  await visit({ lang, size: TALL_PHONE, path: asked }, async (supervisor) => {
    await says(supervisor, words.NoKeyHere);
    await certifiedKey(supervisor, "supervisor", "Supervisor 12");
    await supervisor.fill(words.Reason, "Income shown 4455");
    await supervisor.press(words.Approve);
    await says(supervisor, words.ApprovedNow);
    approved = fragment(await handed(supervisor));
  });
  await visit({ lang, size: TALL_PHONE, path: approved }, async (borrower) => {
    const text = await borrower.text();
    for (const shown of ["Agent 4417", "Supervisor 12", "4455", words.StatusApproved]) {
      assert.ok(text.includes(shown), shown);
    }
  });
});

journey("a link under a passphrase opens with it and with nothing else", async (hand) => {
  const { page, words, agreement, link, lang } = hand;
  await agreement();
  const open = await link();
  await page.getByText(words.Protect, { exact: true }).first().click();
  await hand.press(words.ProtectNow);
  await says(hand, words.PhraseApart);
  const locked = await page.locator(".protect textarea").inputValue();
  const phrase = await page.locator(".protect .code-run").innerText();
  assert.match(locked, /#p1\.[\w-]+\.z$/);
  assert.match(phrase, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  assert.deepEqual(deciphered(locked, phrase), Buffer.concat([Buffer.from("q"), payload(open)]));
  await visit({ lang, size: TALL_PHONE, path: fragment(locked) }, async (borrower) => {
    const before = await borrower.page.locator("body").innerText();
    assert.ok(!/\d\.\d\d/.test(before), "no figure before the passphrase");
    await borrower.fill(words.PhraseIs, "hello");
    await borrower.press(words.Unlock);
    await says(borrower, words.NotAPhrase);
    const wrong = phrase.replace(/^./, (sign) => (sign === "A" ? "B" : "A"));
    await borrower.fill(words.PhraseIs, wrong);
    await borrower.press(words.Unlock);
    await says(borrower, words.WrongPhrase);
    assert.ok(!/\d\.\d\d/.test(await borrower.text()));
    // As somebody types what was read out to them.
    await borrower.fill(words.PhraseIs, ` ${phrase.toLowerCase().replaceAll("-", " ")} `);
    await borrower.press(words.Unlock);
    await says(borrower, "49,756.27");
  });
  const damaged = fragment(locked).replace(/.(?=.{20}$)/, (sign) => (sign === "A" ? "B" : "A"));
  await visit({ lang, size: TALL_PHONE, path: damaged }, async (borrower) => {
    assert.equal(await borrower.field(words.PhraseIs).count(), 0, "what is damaged asks for nothing");
  });
});

test("a host page signs with a key that it keeps", async () => {
  const lang = "en";
  const host = await rooms.house.newPage({ ...PHONE, locale: LOCALES[lang], path: "embed/demo.html", ready: null });
  const key = secretKey(90);
  await host.exposeFunction("signs", (bytes) => [...sign(null, Buffer.from(bytes), key)]);
  const made = certificate(publicBytes(key), "agent", "Portal key");
  await host.evaluate(
    ([{ entry, root }, publicKey, certificate]) => {
      const element = document.createElement("quittance-calculator");
      element.lang = "en";
      element.setAttribute("case", "card-cn");
      element.setAttribute("lender", entry);
      element.setAttribute("lender-root", root);
      element.signer = {
        publicKey: new Uint8Array(publicKey),
        certificate,
        sign: async (bytes) => new Uint8Array(await window.signs([...bytes])),
      };
      window.told = [];
      element.addEventListener("sign", (event) => window.told.push(event.detail));
      document.body.replaceChildren(element);
    },
    [LENDER, [...publicBytes(key)], made],
  );
  const hand = hands(host, lang);
  const { words } = hand;
  await hand.button(words.MakeAgreement).first().waitFor();
  await hand.fill(words.HowManyPayments, "24");
  await hand.down("20%");
  await hand.comes({ Payments: "24", DueNow: "9,706.44" });
  await hand.press(words.MakeAgreement);
  await says(hand, "Portal key");
  await hand.press(words.Sign);
  await says(hand, words.SignedNow);
  const told = await host.evaluate(() => window.told);
  assert.equal(told.length, 1);
  assert.match(told[0].text, /^s1\.[\w-]+\.z$/);
  assert.equal(await host.locator(".key-panel").count(), 0, "another's page keeps no key of ours");
  await visit({ lang, size: TALL_PHONE, path: `#${told[0].text}` }, async (borrower) => {
    assert.ok((await borrower.text()).includes("Portal key"));
  });
  // A host that signs something else, or nothing, hands nobody a text.
  for (const sign of ["() => new Uint8Array(64)", "() => { throw new Error('no'); }", "() => 'abc'"]) {
    await host.evaluate((sign) => {
      const element = document.querySelector("quittance-calculator");
      element.signer = { ...element.signer, sign: new Function(`return ${sign}`)() };
    }, sign);
    await hand.press(words.MakeAgreement);
    await hand.press(words.Sign);
    await says(hand, words.SignRefused);
  }
  assert.equal((await host.evaluate(() => window.told)).length, 1);
  await host.context().close();
});
