// The title, the place and the topics are kept on their way like the words in the editor: in this browser at once, on the
// server after a moment's rest. Naming people follows the space that is chosen.
import { forget, keep, keptFor } from "../design/kept.js";
import { post } from "../design/requests.js";

const REST = 1500;
const KEY = "ask-title";
const FIELDS = ["title", "topics", "space", "kind"];

class Ask extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.asked = this.form.elements.title;
    this.editor = this.querySelector("junto-editor");
    this.#bringBack();
    this.#takeShared();
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, (event) => this.#changed(event.target));
    this.form.addEventListener("submit", () => this.#submitted());
    this.addEventListener("htmx:afterSwap", () => this.#placeWhatFits());
    this.#placeWhatFits();
  }

  // Until somebody chooses, the place is the one of theirs in which like questions were answered.
  #placeWhatFits() {
    const place = this.form.elements.space;
    if ("placeChosen" in this.dataset || !place) return;
    const fitting = this.querySelector("[data-fits]")?.dataset.fits.split(" ") ?? [];
    const mine = [...place.options].map((option) => option.value);
    const found = fitting.find((slug) => mine.includes(slug));
    if (!found || found === place.value) return;
    place.value = found;
    this.#nameThoseOf(found);
  }

  #nameThoseOf(space) {
    this.editor.dataset.mentionUrl = this.dataset.mentionUrl.replace("SPACE", encodeURIComponent(space));
  }

  #bringBack() {
    const kept = keptFor(KEY);
    if (kept?.text && !this.asked.value) this.asked.value = kept.text;
  }

  // What another app shared without a network comes with the address (the worker puts it there), and goes behind what stands here.
  #takeShared() {
    const brought = new URLSearchParams(location.search);
    if (!brought.has("more")) return;
    const text = [keptFor("ask")?.text ?? this.form.elements.text.value, brought.get("more")].filter(Boolean).join("\n\n");
    keep("ask", text);
    this.form.elements.text.value = text;
    this.asked.value ||= brought.get("words") ?? "";
    this.#tellOfFiles(brought.get("files"));
    history.replaceState(null, "", location.pathname);
  }

  // The files could not come along; why is said where they would stand.
  #tellOfFiles(why) {
    const { shareAway, shareLarge } = this.querySelector("junto-attach").dataset;
    if (why) this.querySelector(".attach-said").textContent = why === "large" ? shareLarge : shareAway;
  }

  #changed(field) {
    if (!FIELDS.includes(field.name)) return;
    if (field.name === "title") keep(KEY, field.value);
    if (field.name === "space") {
      this.dataset.placeChosen = "";
      this.#nameThoseOf(field.value);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), REST);
  }

  async #send() {
    const fields = Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name]?.value ?? ""]));
    try {
      const answer = await post(this.dataset.draftUrl, fields);
      if (answer.ok && !answer.redirected && this.asked.value === fields.title) forget(KEY);
    } catch {
      return; // the connection was lost: the browser has the title, and the next letter tries again
    }
  }

  // On its way: saving now would bring the draft back after it was sent.
  #submitted() {
    clearTimeout(this.#timer);
    forget(KEY);
  }
}

customElements.define("junto-ask", Ask);
