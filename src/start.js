// Loads the app into its own page. A file, because the page's policy allows no inline script.

const element = (id) => document.getElementById(id);
let stopped = false;

// A panic ends the WebAssembly for good. The panic hook calls this by name with one line of detail;
// plain script and markup, it works when nothing of the app does.
globalThis.quittanceStopped = (detail) => {
  if (stopped) return;
  stopped = true;
  element("stopped-detail").textContent = detail;
  element("stopped").showModal();
};
element("stopped").addEventListener("close", () => location.reload());
element("stopped-reload").addEventListener("click", () => element("stopped").close());

// A trap that no panic hook saw: memory or stack at an end.
const trapped = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
function onError(error) {
  if (trapped(error)) globalThis.quittanceStopped(String(error));
}
addEventListener("error", (event) => onError(event.error));
addEventListener("unhandledrejection", (event) => onError(event.reason));

// Policies add up, and a later one binds all that follows: from here on nothing leaves the page.
function closeNetwork() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

async function start() {
  const { js, wasm } = document.querySelector('meta[name="quittance-app"]').dataset;
  // Browsers do not check the integrity of a preload; they do check that of a fetch.
  const { integrity } = document.querySelector('link[rel="preload"][as="fetch"]');
  const [app, response] = await Promise.all([
    import(new URL(js, document.baseURI)),
    fetch(wasm, { integrity }),
  ]);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  closeNetwork();
  await app.default({ module_or_path: response });
}

try {
  await start();
} catch (error) {
  if (!stopped) {
    element("load-failed-detail").textContent = String(error);
    element("load-failed").hidden = false;
  }
} finally {
  element("shell").remove();
}
