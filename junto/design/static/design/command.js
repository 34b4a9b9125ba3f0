// The command box: a combobox in a dialog. The server finds; this shows, moves and goes.
const PAUSE = 120;

class Command extends HTMLElement {
  #timer = 0;
  #asked = null;
  #words = null;
  #shown = null;
  #wanted = null;

  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.input = this.querySelector("input");
    this.list = this.querySelector("[role='listbox']");
    this.status = this.querySelector("[role='status']");
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("click", (event) => this.#go(event.target.closest("[role='option']"), event));
    this.dialog.addEventListener("close", () => clearTimeout(this.#timer));
  }

  open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.input.select();
    this.#fetch();
  }

  #later() {
    this.#wanted = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fetch(), PAUSE);
  }

  async #fetch() {
    const words = this.input.value.trim();
    if (words === this.#words) return;
    this.#words = words;
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const answer = await fetch(`${this.dataset.entries}?words=${encodeURIComponent(words)}`, {
        headers: { "HX-Request": "true" },
        signal: this.#asked.signal,
      });
      if (answer.ok && !answer.redirected) this.#show(await answer.text(), words);
    } catch (error) {
      if (error.name !== "AbortError") this.#words = null; // the connection was lost: the next letter asks again
    }
  }

  #show(html, words) {
    this.#shown = words;
    this.list.innerHTML = html;
    this.options.forEach((option, at) => (option.id = `command-option-${at}`));
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
    const { one, many, none } = this.status.dataset;
    this.status.textContent =
      this.options.length === 0 ? none : this.options.length === 1 ? one : many.replace("{count}", this.options.length);
    this.#choose(Math.max(0, this.#at(this.#wanted)));
  }

  // What the arrows chose stays chosen when the list comes anew a moment later.
  #at(to) {
    return this.options.findIndex((option) => option.dataset.to === to);
  }

  get options() {
    return [...this.list.querySelectorAll("[role='option']")];
  }

  get chosen() {
    return this.options.findIndex((option) => option.ariaSelected === "true");
  }

  #choose(at) {
    const options = this.options;
    options.forEach((option, each) => (option.ariaSelected = String(each === at)));
    const option = options[at];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const last = this.options.length - 1;
    const at = this.chosen;
    const moves = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 };
    if (event.isComposing) return;
    if (event.key in moves && last >= 0) {
      event.preventDefault();
      this.#choose(moves[event.key]);
      this.#wanted = this.options[moves[event.key]].dataset.to;
    } else if (event.key === "Enter") {
      event.preventDefault();
      const isMeant = this.#wanted !== null || this.#shown === this.input.value.trim();
      this.#go(isMeant ? this.options[at] : null, event);
    }
  }

  // Enter before anything was found for the words searches for them.
  #go(option, event) {
    const to =
      option?.dataset.to ??
      (event.key && this.input.value.trim() && `${this.dataset.search}?words=${encodeURIComponent(this.input.value.trim())}`);
    if (!to) return;
    if (event.metaKey || event.ctrlKey) window.open(to);
    else location.assign(to);
  }
}

customElements.define("junto-command", Command);

export const openCommand = () => document.querySelector("junto-command")?.open();

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-command]");
  if (!opener || event.metaKey || event.ctrlKey || !document.querySelector("junto-command")) return;
  event.preventDefault();
  openCommand();
});
