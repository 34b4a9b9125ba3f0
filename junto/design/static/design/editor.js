// A textarea with tools, mentions, preview and a kept draft. Without script it is a textarea that works.
import { keepDraft } from "./drafting.js";
import { offerMentions } from "./mentions.js";
import { post } from "./requests.js";
import * as marks from "./marks.js";

const ACTS = {
  bold: (box) => marks.around(box, "**"),
  italic: (box) => marks.around(box, "*"),
  code: marks.code,
  link: marks.link,
  list: (box) => marks.before(box, "- "),
  quote: (box) => marks.before(box, "> "),
};
const KEYS = { b: "bold", i: "italic" };

class Editor extends HTMLElement {
  connectedCallback() {
    if (this.box) return; // moved on the page, already set up
    this.box = this.querySelector("textarea");
    this.tools = this.querySelector(".editor-tools");
    this.view = this.querySelector(".editor-preview");
    this.#setUpTools();
    this.box.addEventListener("keydown", (event) => this.#key(event));
    if (this.dataset.draftKey) keepDraft(this);
    if (this.dataset.mentionUrl) offerMentions(this);
  }

  #setUpTools() {
    this.tools.hidden = false;
    this.look = this.tools.querySelector("[data-act='preview']");
    this.look.hidden = !this.dataset.previewUrl;
    this.tools.addEventListener("click", (event) => this.#press(event.target.closest("[data-act]")));
    this.tools.addEventListener("keydown", (event) => this.#walk(event));
    this.#buttons.forEach((button, at) => (button.tabIndex = at ? -1 : 0));
  }

  get #buttons() {
    return [...this.tools.querySelectorAll("button:not([hidden])")];
  }

  // A toolbar is one stop for Tab; the arrows move inside it, in the direction of reading.
  #walk(event) {
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    const buttons = this.#buttons;
    const at = buttons.indexOf(document.activeElement) + (event.key === forward ? 1 : -1);
    const next = buttons[(at + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  }

  #press(button) {
    if (!button) return;
    if (button === this.look) return this.#preview();
    this.#write();
    ACTS[button.dataset.act](this.box);
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const act = KEYS[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      ACTS[act](this.box);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.box.form?.requestSubmit();
    }
  }

  #write() {
    this.look.setAttribute("aria-pressed", "false");
    this.view.hidden = true;
    this.box.hidden = false;
    this.box.focus();
  }

  async #preview() {
    if (!this.view.hidden) return this.#write();
    this.look.setAttribute("aria-busy", "true");
    try {
      const answer = await post(this.dataset.previewUrl, { text: this.box.value });
      if (!answer.ok || answer.redirected) return;
      // Safe HTML: it comes through the same door as every post (junto.kit.text).
      this.view.innerHTML = (await answer.text()).trim() || `<p class="quiet"></p>`;
      const nothing = this.view.querySelector("p.quiet:empty");
      if (nothing) nothing.textContent = this.dataset.sayEmpty;
      this.view.hidden = false;
      this.box.hidden = true;
      this.look.setAttribute("aria-pressed", "true");
    } catch {
      return; // the connection was lost; writing goes on
    } finally {
      this.look.removeAttribute("aria-busy");
    }
  }
}

customElements.define("junto-editor", Editor);
