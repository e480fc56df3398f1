// What the build itself refuses: a page over its budget, and a file that its hash does not vouch for.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPage } from "../../xtask/node/page.mjs";
import { DIST, test } from "./harness.mjs";

const TOP = fileURLToPath(new URL("../..", import.meta.url));

function node(words, env = {}) {
  const options = { cwd: TOP, encoding: "utf8", env: { ...process.env, ...env } };
  return spawnSync(process.execPath, words, options);
}

async function inCopy(visit) {
  const folder = await mkdtemp(join(tmpdir(), "quittance-build-"));
  try {
    await cp(DIST, folder, { recursive: true });
    await visit(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const pack = (folder) =>
  node(["xtask/node/pack.mjs"], { TRUNK_STAGING_DIR: folder, TRUNK_SOURCE_DIR: TOP });

test("the size is refused above its budget and passes at it", () => {
  const over = node(["xtask/node/size.mjs", DIST, "1"]);
  assert.equal(over.status, 1, over.stderr);
  const [, total] = over.stdout.match(/F1: ([\d,]+) of 1 bytes/);
  const bytes = Number(total.replaceAll(",", ""));
  assert.ok(bytes > 10_000, total);
  assert.equal(node(["xtask/node/size.mjs", DIST, String(bytes)]).status, 0);
  assert.equal(node(["xtask/node/size.mjs", DIST, String(bytes - 1)]).status, 1);
});

test("every file of the first visit is counted", async () => {
  const { files, js, wasm, sheets } = await readPage(DIST);
  for (const file of ["index.html", js, wasm, ...sheets]) assert.ok(files.includes(file), file);
  const loaded = (await readdir(DIST)).filter((name) => /\.(html|css|js|wasm)$/.test(name));
  assert.deepEqual([...files].sort(), loaded.sort());
});

test("a file that is not what the page vouches for stops the build", () =>
  inCopy(async (folder) => {
    assert.equal(pack(folder).status, 0);
    const { sheets } = await readPage(folder);
    await appendFile(join(folder, sheets[0]), " ");
    const refused = pack(folder);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /is not what index.html vouches for/);
  }));

test("the manifest for embedding names files that are there, and holds every sheet but the shell's", () =>
  inCopy(async (folder) => {
    assert.equal(pack(folder).status, 0);
    const manifest = await import(join(folder, "embed/manifest.js"));
    const page = await readPage(folder);
    assert.equal(join("embed", manifest.js), page.js);
    assert.equal(join("embed", manifest.wasm), page.wasm);
    assert.match(manifest.wasmIntegrity, /^sha384-/);
    for (const file of page.sheets) {
      assert.ok(manifest.css.includes(await readFile(join(folder, file), "utf8")), file);
    }
    assert.ok(!manifest.css.includes("#shell"), "the shell's sheet is in the manifest");
  }));
