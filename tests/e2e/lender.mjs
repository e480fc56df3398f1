// The back office of the lender that the journeys pin, written from docs/wire-format.md alone: it certifies keys that a
// browser has made. Its root key is published here and proves nothing.

import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";

const CERTIFICATE = 1;
const PROTECTED = Buffer.from("a10127", "hex");
/** What stands before the 32 bytes of a secret key (RFC 8410) so that Node reads them. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
export const ROLES = { agent: 0, supervisor: 1, manager: 2 };

export const secretKey = (number) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(32, number)]), format: "der", type: "pkcs8" });
export const publicBytes = (secret) => createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32);

const ROOT = secretKey(41);
const ENTRY = readFileSync(new URL("links/lender.txt", import.meta.url), "utf8").trim();
const ROOT_TEXT = publicBytes(ROOT).toString("base64url");
/** The lender's entry and root key, as a host of an embedded calculator names them. */
export const LENDER = { entry: ENTRY, root: ROOT_TEXT };

/** Puts the lender into the app's page, as a deployment does. */
export function pinned(path, bytes) {
  if (path !== "index.html") return bytes;
  const meta = `<meta name="quittance-lender" content="${ENTRY}" data-root="${ROOT_TEXT}">`;
  return Buffer.from(bytes.toString().replace("</head>", `${meta}</head>`));
}

/** The certificate of a key, given as its 32 bytes, for this year. */
export function certificate(subject, role, holder) {
  const day = (text) => Date.parse(text) / 86_400_000;
  const payload = cbor(
    new Map([
      [0, subject],
      ...(role === "agent" ? [] : [[1, ROLES[role]]]),
      [2, holder],
      [3, day("2026-01-01")],
      [4, 3_000],
    ]),
  );
  const signed = cbor(["Signature1", PROTECTED, Buffer.from("quittance-certificate-1"), payload]);
  return text(cbor([[CERTIFICATE, [PROTECTED, new Map(), payload, sign(null, signed, ROOT)]]]));
}

/** Deterministic CBOR of the few kinds that are used. */
export function cbor(value) {
  if (Number.isInteger(value)) return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
}

function head(kind, size) {
  const first = (low) => (kind << 5) | low;
  if (size < 24) return Buffer.from([first(size)]);
  if (size < 0x100) return Buffer.from([first(24), size]);
  return Buffer.from([first(25), size >> 8, size & 0xff]);
}

function text(bytes) {
  const sum = createHash("sha256").update("s1.").update(bytes).digest().subarray(0, 8);
  return `s1.${Buffer.concat([bytes, sum]).toString("base64url")}.z`;
}
