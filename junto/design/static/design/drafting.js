// Nothing a person wrote is ever lost: every letter is kept in this browser at once, on the server after a moment's rest.
// The browser's copy goes only when the server has said that it holds the words.
import { forget, keep, keptFor } from "./kept.js";
import { isSignedOut, post } from "./requests.js";

const REST = 1500;

export function keepDraft(editor) {
  new Draft(editor);
}

class Draft {
  #timer = 0;
  #sending = null;

  constructor(editor) {
    this.box = editor.box;
    this.say = editor.dataset;
    this.key = editor.dataset.draftKey;
    this.foot = editor.querySelector(".editor-kept");
    this.#bringBack();
    this.box.addEventListener("input", () => this.#changed());
    this.box.form?.addEventListener("submit", () => this.#submitted());
    this.box.form?.addEventListener(
      "htmx:afterRequest",
      (event) => event.detail.successful && event.detail.elt === this.box.form && this.#taken(),
    );
    addEventListener("online", () => keptFor(this.key) && this.#send());
    addEventListener("pagehide", () => clearTimeout(this.#timer));
  }

  // A copy in the browser is there only when the server never confirmed it, so it is the newest there is.
  #bringBack() {
    const kept = keptFor(this.key);
    if (!kept?.text.trim()) return forget(this.key);
    if (kept.text === this.box.value) return this.#later();
    this.box.value = kept.text;
    this.#tell(this.say.sayBack.replace("{time}", clock(kept.at)));
    this.#later();
  }

  #changed() {
    const kept = keep(this.key, this.box.value);
    if (!this.say.draftUrl) this.#tell(kept ? this.say.sayHere : "");
    this.#later();
  }

  #later() {
    clearTimeout(this.#timer);
    if (this.say.draftUrl) this.#timer = setTimeout(() => this.#send(), REST);
  }

  async #send() {
    if (!this.say.draftUrl || !this.box.isConnected) return;
    this.#sending?.abort();
    this.#sending = new AbortController();
    const text = this.box.value;
    try {
      const answer = await post(this.say.draftUrl, { text }, { signal: this.#sending.signal });
      this.#answered(answer, text);
    } catch (error) {
      if (error.name !== "AbortError") this.#tell(this.say.sayHere);
    }
  }

  #answered(answer, text) {
    if (isSignedOut(answer)) return this.#signedOut();
    if (!answer.ok) return this.#tell(this.say.sayHere);
    if (this.box.value === text) forget(this.key);
    this.#tell(text.trim() ? this.say.sayKept.replace("{time}", clock(Date.now())) : "");
  }

  // Signing in happens in another tab, so that this page, and what stands in it, stays.
  #signedOut() {
    this.#tell(this.say.sayOut);
    const link = document.createElement("a");
    link.href = document.body.dataset.signIn || "/";
    link.target = "_blank";
    link.textContent = this.say.sayIn;
    this.foot.append(" ", link);
  }

  // On its way: stop saving, or the draft would come back after the answer took it in. The browser's copy stays until confirmed.
  #submitted() {
    clearTimeout(this.#timer);
    this.#sending?.abort();
    keep(this.key, this.box.value);
  }

  #taken() {
    forget(this.key);
    if (!this.box.isConnected) return;
    this.box.value = "";
    this.#tell("");
  }

  #tell(text) {
    this.foot.textContent = text;
  }
}

// Plain English would be American, with twelve hours; the server writes dates the same way (junto.design.locales).
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const clock = (at) => new Date(at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
