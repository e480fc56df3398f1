// Offers with signatures: signed at the desk, approved by a supervisor, accepted or answered by a borrower, and never
// shown where they do not stand.

import assert from "node:assert/strict";
import { TALL_PHONE, journeys, until } from "./journeys.mjs";

const { journey, visit } = journeys();
const fragment = (link) => link.slice(link.indexOf("#"));
const TO_PAY = "49,756.27";

/** The link in the field of what was just made. */
const handed = (hand) => hand.page.locator(".handed textarea").inputValue();

/** What a text reads once the page has said it. */
const says = (hand, words) => hand.page.getByText(words, { exact: false }).first().waitFor();

journey("an offer is signed, accepted on a phone and countersigned", async (hand) => {
  const { words, agreement, press, lang } = hand;
  await agreement();
  await press(words.SignWithDemo);
  await says(hand, words.SignedNow);
  const offer = await handed(hand);
  assert.match(offer, /#s1\.[\w-]+\.z$/);
  let accepted;
  await visit({ lang, size: TALL_PHONE, path: fragment(offer) }, async (borrower) => {
    const text = await borrower.text();
    for (const shown of [words.StatusOffered, words.DemoKeys, TO_PAY]) assert.ok(text.includes(shown), shown);
    await borrower.press(words.Accept);
    await says(borrower, words.AcceptReview);
    await borrower.press(words.AcceptNow);
    await says(borrower, words.AcceptedNow);
    accepted = await handed(borrower);
  });
  let kept;
  await visit({ lang, size: TALL_PHONE, path: fragment(accepted) }, async (agent) => {
    assert.ok((await agent.text()).includes(words.StatusAccepted));
    await agent.press(words.Countersign);
    await says(agent, words.CountersignedNow);
    kept = await handed(agent);
  });
  await visit({ lang, size: TALL_PHONE, path: fragment(kept) }, async (borrower) => {
    const text = await borrower.text();
    assert.ok(text.includes("Demo agent") && text.includes(words.StatusAccepted));
    assert.equal(await borrower.button(words.Accept).count(), 0);
    // The paper says it too.
    assert.ok((await borrower.page.locator("article").innerText()).includes(words.StatusAccepted));
  });
});

journey("what needs approval waits for it and is approved on its exact terms", async (hand) => {
  const { page, words, open, fill, press, lang } = hand;
  await open("SampleCard");
  await fill(words.HowManyPayments, "24");
  await hand.down("15%");
  await until(() => hand.cell(words.Payments), "24");
  await press(words.MakeAgreement);
  await page.getByRole("heading", { name: words.Agreement, exact: true }).waitFor();
  await fill(words.NoteToApprover, "7788");
  await press(words.AskApproval);
  await says(hand, words.AskedNow);
  const asked = await handed(hand);
  let approved;
  await visit({ lang, size: TALL_PHONE, path: fragment(asked) }, async (supervisor) => {
    const text = await supervisor.text();
    assert.ok(text.includes("7788") && text.includes(words.StatusAwaited), text.slice(0, 400));
    assert.equal(await supervisor.button(words.Accept).count(), 0, "nobody accepts what waits");
    await supervisor.press(words.ApproveWithDemo);
    await says(supervisor, words.ReasonMissing);
    await supervisor.fill(words.Reason, "Income shown 4455");
    await supervisor.press(words.ApproveWithDemo);
    await says(supervisor, words.ApprovedNow);
    approved = await handed(supervisor);
  });
  await visit({ lang, size: TALL_PHONE, path: fragment(approved) }, async (borrower) => {
    const text = await borrower.text();
    assert.ok(text.includes(words.StatusApproved) && text.includes("4455"));
    assert.ok(!text.includes("7788"), "what the agent told the supervisor is not the borrower's");
    await borrower.button(words.Accept).waitFor();
  });
});

journey("a borrower answers with what they can pay", async (hand) => {
  const { words, agreement, press, lang } = hand;
  await agreement();
  await press(words.SignWithDemo);
  const offer = await handed(hand);
  let wish;
  await visit({ lang, size: TALL_PHONE, path: fragment(offer) }, async (borrower) => {
    await borrower.press(words.Rather);
    await borrower.press(words.Propose);
    await says(borrower, words.CannotPropose);
    await borrower.fill(words.WishEach, "1500");
    await borrower.fill(words.WishFirst, "2026-12-20");
    await borrower.fill(words.WishNote, "7788");
    await borrower.press(words.Propose);
    await says(borrower, words.ProposedNow);
    wish = await handed(borrower);
  });
  await visit({ lang, size: TALL_PHONE, path: fragment(wish) }, async (agent) => {
    const text = await agent.text();
    assert.ok(text.includes("7788") && text.includes("1,500.00") && text.includes(words.ProposedHint));
  });
});

journey("what was changed after signing shows no figure", async (hand) => {
  const { words, agreement, press, lang } = hand;
  await agreement();
  await press(words.SignWithDemo);
  const offer = fragment(await handed(hand));
  const middle = Math.floor(offer.length / 2);
  const changed = offer.slice(0, middle) + (offer[middle] === "A" ? "B" : "A") + offer.slice(middle + 1);
  for (const path of [changed, offer.slice(0, middle), `${offer}z`]) {
    await visit({ lang, size: TALL_PHONE, path }, async (reader) => {
      const text = await reader.text();
      assert.ok(!/\d\.\d\d/.test(text), text);
      assert.ok(text.includes(words.OpenCalculator));
    });
  }
});
