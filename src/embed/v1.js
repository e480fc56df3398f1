// Defines <quittance-calculator>: the whole calculator in a shadow root on anybody's page.
//
//   <script type="module" src="https://.../embed/v1.js"></script>
//   <quittance-calculator lang="zh" case="card-cn"></quittance-calculator>
//
// Everything is fetched from beside this file, once for all elements. Nothing outside the element is
// written or listened to: no head, history, storage or window. docs/embedding.md describes the rest.

const VERSION = 1;

const WORDS = {
  zh: {
    opening: "正在打开计算器",
    load: "计算器没有打开：文件没有完整下载，或本页面不允许运行。请刷新页面，或与贷款人联系。",
    stopped: "计算已停止，不再显示任何数字，以免数字有误。请刷新页面。",
  },
  en: {
    opening: "Opening the calculator",
    load:
      "The calculator did not open: a file did not arrive whole, or this page does not allow it to run. " +
      "Reload the page, or contact your lender.",
    stopped: "Calculation stopped, and no more figures are shown, so that none can be wrong. Reload the page.",
  },
};

// The lowest layer takes back all that a shadow root inherits from its host's page. `visibility` stays
// the host's, so that what it hides is hidden.
const GUEST = `
@layer guest {
  .quittance {
    all: initial;
    display: block;
    visibility: inherit;
    position: relative;
    isolation: isolate;
    direction: ltr;
    unicode-bidi: isolate;
    color-scheme: light dark;
    background: Canvas;
    color: CanvasText;
    font: 15px/1.5 system-ui, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif;
  }
}
.note p { margin: 0; padding: 12px 16px; }
:host { display: block; }
:host([hidden]) { display: none; }
:host([scheme="light"]) .quittance { color-scheme: light; }
:host([scheme="dark"]) .quittance { color-scheme: dark; }
`;

/** The one sheet that all elements share. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(GUEST);

/** How to stop each calculator that stands. */
const standing = new Set();
/** Calculators whose WebAssembly has stopped: held for ever, so that nothing tries to free them. */
const lost = [];
let stopped = false;
let loading;
let tries = 0;

/** The app's exports: fetched once, and again only after a failure. */
function load() {
  loading ??= fetchApp().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchApp() {
  // Browsers remember a module that did not come: a further try asks under another address.
  tries += 1;
  const again = tries > 1 ? `?try=${tries}` : "";
  const here = (address) => new URL(address, import.meta.url);
  const { css, js, wasm, wasmIntegrity } = await import(here(`manifest.js${again}`));
  const [app, response] = await Promise.all([
    import(here(js + again)),
    fetch(here(wasm), { integrity: wasmIntegrity }),
  ]);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  await app.default({ module_or_path: response });
  app.watch({ stopped: stopAll });
  sheet.replaceSync(GUEST + css);
  return app;
}

/** After a panic nothing of the WebAssembly may be called: all calculators give way to a sentence. */
function stopAll(detail) {
  if (stopped) return;
  stopped = true;
  // Taking away a focused field calls its listeners: not before the panic has run to its end.
  queueMicrotask(() => {
    for (const stop of [...standing]) stop(detail);
  });
}

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

class QuittanceCalculator extends HTMLElement {
  static observedAttributes = ["lang", "case", "lender", "lender-root"];

  #root = this.attachShadow({ mode: "open" });
  #app;
  #calculator;
  /** What the calculator speaks to, so that a late word of a former one is not passed on. */
  #host;
  #opening = false;
  /** The case as it was given, and the draft that was given or typed: one of the two is what to show. */
  #case = "";
  #draft;
  /** The language chosen inside, which stands until the host names another. */
  #chosen;
  /** A key that the host keeps: `{ publicKey, sign, certificate }`. */
  #signer;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
  }

  /** The name of a sample or a case file, as text or as an object. */
  get case() {
    return this.#case;
  }

  set case(given) {
    const text = typeof given === "object" && given ? JSON.stringify(given) : String(given ?? "");
    if (text === this.#case) return;
    this.#case = text;
    this.#draft = undefined;
    this.#show();
  }

  /** Everything typed so far, as text to keep and to give back; `undefined` before anything stands. */
  get value() {
    return this.#calculator && !stopped ? this.#calculator.draft() : this.#draft;
  }

  set value(draft) {
    this.#draft = draft === undefined || draft === null ? undefined : String(draft);
    this.#show();
  }

  /**
   * A key that the host keeps: `publicKey` as its 32 bytes or as base64url of them, `sign(bytes)`, which gives or promises
   * 64 bytes, and `certificate` as text where the lender's entry does not hold it. What is typed stays.
   */
  get signer() {
    return this.#signer;
  }

  set signer(signer) {
    this.#signer = signer ?? undefined;
    this.#showAgain();
  }

  connectedCallback() {
    // Set before this class was known, a property stands on the object and hides the one above.
    for (const name of ["case", "value", "signer"]) {
      if (!Object.hasOwn(this, name)) continue;
      const given = this[name];
      delete this[name];
      this[name] = given;
    }
    if (!this.#calculator) this.#open();
  }

  disconnectedCallback() {
    // Moved, not removed: it stands again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#takeDown();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "case") {
      this.case = now;
      return;
    }
    if (name.startsWith("lender")) {
      this.#showAgain();
      return;
    }
    this.#chosen = undefined;
    if (this.#calculator && !stopped) this.#calculator.setLang(this.#language());
    else this.#show();
  }

  async #open() {
    this.#say("status", WORDS[this.#language()].opening);
    if (this.#opening) return;
    this.#opening = true;
    try {
      this.#app = await load();
    } catch (error) {
      this.#fail("load", WORDS[this.#language()].load, String(error));
      return;
    } finally {
      this.#opening = false;
    }
    this.#show();
  }

  /** Puts up a calculator with the draft, or else the case, in place of the one that stands. */
  #show() {
    if (!this.#app || !this.isConnected) return;
    if (stopped) {
      this.#fail("stopped", WORDS[this.#language()].stopped, "");
      return;
    }
    const language = this.#language();
    const which = this.#draft === undefined ? "case" : "value";
    const host = this.#newHost();
    let next;
    try {
      const draft = this.#draft ?? this.#app.openCase(language, this.#case);
      next = new this.#app.Calculator(this.#root, language, draft, host, this.#deployment());
    } catch (problem) {
      // What cannot be used is refused with a sentence, and what stood before stands on.
      if (typeof problem === "string") this.#fail(which, problem, "");
      else stopAll(String(problem));
      return;
    }
    this.#calculator?.free();
    this.#calculator = next;
    this.#host = host;
    this.#root.querySelector(".note")?.remove();
    standing.add(this.#stop);
    this.#tell("ready", {});
  }

  /** Passed on in a microtask: a listener of the page may take down the calculator that speaks. */
  #newHost() {
    const pass = (type, detail) =>
      queueMicrotask(() => {
        if (host === this.#host) this.#tell(type, detail);
      });
    const host = {
      changed: (plan) => pass("change", { plan: plan === undefined ? null : JSON.parse(plan) }),
      agreed: (detail) => pass("agree", JSON.parse(detail)),
      signed: (text) => pass("sign", { text }),
    };
    return host;
  }

  /** Whose signatures count here, and the key that the host keeps. */
  #deployment() {
    const { publicKey, sign, certificate } = this.#signer ?? {};
    return {
      lender: this.getAttribute("lender") ?? undefined,
      root: this.getAttribute("lender-root") ?? undefined,
      publicKey: publicKey instanceof Uint8Array ? base64url(publicKey) : publicKey,
      certificate,
      sign,
    };
  }

  /** Puts the calculator up anew with all that was typed, where one stands. */
  #showAgain() {
    if (!this.#calculator || stopped) return;
    this.#draft = this.#calculator.draft();
    this.#chosen = this.#calculator.lang();
    this.#show();
  }

  #takeDown() {
    if (this.#calculator && !stopped) {
      this.#draft = this.#calculator.draft();
      this.#chosen = this.#calculator.lang();
      this.#calculator.free();
    }
    this.#calculator = undefined;
    this.#host = undefined;
    standing.delete(this.#stop);
    this.#root.replaceChildren();
  }

  #stop = (detail) => {
    lost.push(this.#calculator);
    this.#takeDown();
    this.#fail("stopped", WORDS[this.#language()].stopped, detail);
  };

  #language() {
    const near = this.#chosen ?? (this.lang || this.closest("[lang]")?.lang || navigator.language);
    return /^zh\b/i.test(near) ? "zh" : "en";
  }

  #fail(code, message, detail) {
    this.#say("alert", message);
    this.#tell("error", { code, message, detail });
  }

  /** One sentence, above whatever stands. */
  #say(role, sentence) {
    const note = document.createElement("div");
    note.className = "quittance note";
    note.lang = this.#language() === "zh" ? "zh-CN" : "en";
    const words = document.createElement("p");
    words.className = role === "alert" ? "notice" : "hint";
    words.setAttribute("role", role);
    words.textContent = sentence;
    note.append(words);
    this.#root.querySelector(".note")?.remove();
    this.#root.prepend(note);
  }

  #tell(type, detail) {
    const init = { bubbles: true, composed: true, detail: { version: VERSION, ...detail } };
    this.dispatchEvent(new CustomEvent(type, init));
  }
}

customElements.get("quittance-calculator") ||
  customElements.define("quittance-calculator", QuittanceCalculator);
