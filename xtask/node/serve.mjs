// A static server for dist/, for this machine only: `cargo xtask serve` and the browser journeys.

import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * What a real host should send too. A policy in a meta tag cannot say who may frame the page, so a
 * header does; the open origin lets another site import the embed files.
 */
export const HEADERS = {
  "access-control-allow-origin": "*",
  "content-security-policy": "frame-ancestors 'self'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

/**
 * Serves a folder on the loopback address.
 * `alter(path, bytes)` may return other bytes, or null for "not found": tests damage files with it.
 */
export async function serve(folder, { port = 0, alter = (_, bytes) => bytes } = {}) {
  const server = createServer((request, response) => answer(folder, alter, request, response));
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${server.address().port}/`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url, close };
}

async function answer(folder, alter, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405);
  const path = await located(folder, request.url);
  const bytes = path && alter(path, await readFile(join(folder, path)));
  if (!bytes) return end(response, 404);
  const headers = {
    ...HEADERS,
    "cache-control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-length": bytes.length,
  };
  response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : bytes);
}

/** The file a request means, relative to the folder, or null if there is none inside it. */
async function located(folder, address) {
  try {
    const asked = decodeURIComponent(new URL(address, "http://localhost").pathname);
    const path = normalize(asked).replace(/^[/\\]+/, "");
    if (path.split(/[/\\]/).includes("..")) return null;
    const found = await stat(join(folder, path));
    if (found.isFile()) return path;
    const index = join(path, "index.html");
    return (await stat(join(folder, index))).isFile() ? index : null;
  } catch {
    return null;
  }
}

function end(response, status) {
  response.writeHead(status, { ...HEADERS, "content-type": "text/plain" }).end(`${status}\n`);
}

function openInBrowser(url) {
  const [opener, ...before] =
    { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  // No opener is no fault: the address is printed.
  spawn(opener, [...before, url], { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}

/** The wanted port if it is free, otherwise any: drafts belong to an address, so it should stay. */
async function serveHere(folder, port) {
  if (port !== undefined) return serve(folder, { port: Number(port) });
  return serve(folder, { port: 8787 }).catch(() => serve(folder));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...flags] = process.argv.slice(2);
  const port = flags.includes("--port") ? flags[flags.indexOf("--port") + 1] : undefined;
  try {
    const { url } = await serveHere(folder, port);
    console.log(`Quittance is at ${url} (Ctrl-C stops it)`);
    if (await located(folder, "/embed/demo.html")) console.log(`embedded in a page: ${url}embed/demo.html`);
    if (flags.includes("--open")) openInBrowser(url);
  } catch (error) {
    console.error(`The server did not start: ${error.message}.`);
    process.exit(1);
  }
}
