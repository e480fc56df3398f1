// One debt of each profile and every kind of option that can be typed at the desk, as the drafts that the desk keeps. The
// rules are a pack that asks for nothing but at most 600 payments: what is looked at here is what is written, not what is
// allowed.

import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../src/${path}.json`, import.meta.url), "utf8"));

/** The sample case of each profile. */
export const SAMPLES = {
  "cn-card": "card-cn",
  "cn-loan": "loan-cn",
  "cn-receivable": "property-cn",
  gb: "loan-gb",
  us: "agency-us",
};

const STARTING = {
  kind: "instalments",
  size: "count",
  whole_units: false,
  waivers: ["", "", "", "", "", ""],
  method: "equal-instalment",
  frequency: "monthly",
  count: "18",
  payment: "",
  down_payment: "10%",
  first_due: "2026-12-20",
  deferral: "accrues",
  rate: "6",
  discount: "",
  carry: "spread",
  balloon: "",
  step: "",
  step_every: "6",
  flat: "equal-parts",
  minimum: "",
  minimum_rows: "3",
  dated: "",
  while_kept: "released-on-completion",
  vesting: "on-completion",
  milestones: "",
};

/** Interest, penalty interest and charges given up in part: a debt has one of them at least. */
const WAIVED = ["", "20%", "30%", "", "50%", ""];

/** Every kind of option, by what a person would call it. */
export const KINDS = {
  "equal instalments": { waivers: WAIVED },
  "equal principal": { method: "equal-principal", waivers: WAIVED },
  "interest first": { method: "interest-first" },
  "principal first": { method: "interest-last" },
  balloon: { method: "balloon", balloon: "1,000", waivers: WAIVED },
  "payments that rise": { method: "stepped", step: "5%" },
  "payments that fall": { method: "stepped", step: "-2%", waivers: WAIVED },
  "flat fee": { method: "flat" },
  "flat fee, payments alike": { method: "flat", flat: "level-instalment" },
  "smaller payments first": { method: "minimum-first", down_payment: "", waivers: WAIVED },
  "so much a month": { size: "payment", payment: "900", whole_units: true },
  "every week": { frequency: "weekly", count: "26", waivers: WAIVED },
  "twice a month": { frequency: "half-monthly", count: "24" },
  "later, interest runs on": { first_due: "2027-05-20", waivers: WAIVED },
  "later, without interest": { first_due: "2027-05-20", deferral: "frozen" },
  "later, interest to principal": { first_due: "2027-05-20", deferral: "capitalised" },
  "lump sum": { kind: "lump-sum", down_payment: "" },
  "lump sum for less": { kind: "lump-sum", down_payment: "", discount: "30%", rate: "0", vesting: "at-once" },
  "agreed days": { kind: "on-dates", down_payment: "", dated: "2026-12-20 500\n2027-01-31 600\n2027-03-31 rest" },
  "waived as it is paid": { waivers: WAIVED, vesting: "pro-rata", while_kept: "accrues-uncharged" },
  "waived by steps": { waivers: WAIVED, vesting: "milestones", milestones: "6: 30%, 12: 60%", while_kept: "no-accrual" },
  "waived at once": { waivers: WAIVED, vesting: "at-once", while_kept: "plan-rate" },
  "arrears with the first": { carry: "first" },
  "arrears to principal": { carry: "capitalised", waivers: WAIVED },
  "no interest at all": { rate: "0", down_payment: "" },
};

/** A pack of a lender's own for a sample, with nothing that refuses what is tried here. */
function openPack(sample) {
  const { pack } = read(`samples/${sample}`);
  const { ladder: _, expectations: __, segments: ___, ...house } = read(`engine/rules/packs/${pack}`);
  const most = { kind: "maximum-instalments", count: 600 };
  const rule = { id: "PROOF-COUNT-600", limit: most, severity: "block", visibility: "public", source: "house: for the proofs" };
  return { ...house, id: `proof-${sample}`, rules: [rule] };
}

/** The draft of a desk with the debt of a profile and one option of a kind. */
export function draftOf(profile, kind) {
  const sample = SAMPLES[profile];
  // Smaller payments are so much of the debt: more than its interest, and less than a payment.
  const minimum = (Number(read(`samples/${sample}`).balances.total) / 100).toFixed(2);
  return draftUnder(sample, openPack(sample), [{ minimum, ...KINDS[kind] }]);
}

/** The draft of a desk with a sample, a pack of the lender's own, and options of which only what is unusual is given. */
export function draftUnder(sample, pack, options) {
  // Kept texts are counted; this is the first.
  return `1\n${JSON.stringify({
    case: { file: JSON.stringify(read(`samples/${sample}`)) },
    basis: "stated",
    pack: pack.id,
    options: options.map((option) => ({ ...STARTING, ...option })),
    selected: 0,
    log: [],
    own_pack: JSON.stringify(pack),
  })}`;
}
