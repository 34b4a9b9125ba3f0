// Shows what waits to be sent, on every page of whoever wrote it, and that a page is a copy.
import "./outbox.js";

const { outbox } = globalThis;
const SHOWN = ["title", "text"];
const MONTH = 30 * 24 * 3600 * 1000;

class Outbox extends HTMLElement {
  connectedCallback() {
    [this.note, this.section] = this.querySelectorAll(":scope > .notice, :scope > .section");
    this.addEventListener("click", (event) => this.#press(event.target.closest("button")));
    this.addEventListener("input", (event) => this.#write(event.target.closest("li")));
    outbox.channel?.addEventListener("message", ({ data }) => this.#hear(data));
    document.addEventListener("outbox", ({ detail }) => this.#hear(detail));
    this.#noteCopy();
    this.draw();
  }

  get reader() {
    return Number(document.querySelector('meta[name="person"]')?.content || this.dataset.reader);
  }

  said(what) {
    document.querySelector("junto-toasts")?.say({ text: this.dataset[what] });
  }

  async draw() {
    const all = await outbox.all().catch(() => []);
    const texts = all.filter(({ person, held }) => person === this.reader && !(held > Date.now() - 20_000));
    const list = this.section.querySelector("ul");
    if (list.contains(document.activeElement) && texts.length === list.children.length) return; // somebody is writing in it
    list.replaceChildren(...texts.map((text) => this.#row(text)));
    this.section.hidden = !texts.length;
    this.hidden = this.section.hidden && this.note.hidden;
  }

  #row(text) {
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    row.dataset.mark = text.mark;
    const [about, open] = row.querySelectorAll("a");
    Object.assign(about, { textContent: text.about, href: text.page });
    row.querySelector(".meta").textContent = this.#state(text);
    row.querySelector("div").append(...text.fields.filter(([name, value]) => SHOWN.includes(name) && value).map((field) => this.#box(...field)));
    if (text.arrived) Object.assign(open, { href: text.arrived, hidden: false });
    return row;
  }

  #box(name, value) {
    const area = Object.assign(document.createElement("textarea"), { name, value, rows: name === "title" ? 2 : 4, dir: "auto" });
    area.setAttribute("aria-label", this.dataset[name]);
    return area;
  }

  #state({ refused, at }) {
    const said = this.dataset;
    if (refused) return said[refused] ?? said.else;
    return at < Date.now() - MONTH ? said.old : this.signedOut ? said.out : said.waits;
  }

  async #press(button) {
    const mark = button?.closest("li")?.dataset.mark;
    if (!mark) return;
    if (button.value === "withdraw") return this.#withdraw(mark);
    await outbox.again(mark);
    outbox.send().catch(() => null);
  }

  // Only what was never on its way is surely not there. Otherwise the server is asked for it by its mark.
  async #withdraw(mark) {
    const text = (await outbox.all()).find((each) => each.mark === mark);
    const there = text.tried && !text.refused ? await ask(mark) : null;
    if (there === undefined) return this.said("unknown");
    await outbox.remove(mark);
    if (there) location.assign(there);
    else this.said("withdrawn");
  }

  async #write(row) {
    const text = (await outbox.all()).find(({ mark }) => mark === row?.dataset.mark);
    if (!text) return;
    const written = Object.fromEntries([...row.querySelectorAll("textarea")].map(({ name, value }) => [name, value]));
    await outbox.write(text.mark, text.fields.map(([name, value]) => [name, written[name] ?? value]));
  }

  #hear({ say, from, to }) {
    this.signedOut = say === "signed-out";
    if (say === "arrived") this.said("arrived");
    if (say === "arrived" && from === `${location.pathname}posts/`) showHere(to);
    this.draw();
  }

  #noteCopy() {
    const when = document.body.dataset.copyOf;
    if (!when) return;
    const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    this.note.textContent = this.note.textContent.replace("{time}", new Date(when).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" }));
    this.note.hidden = false;
  }
}

// An answer that arrived while its thread is open takes its place there.
const showHere = (to) => {
  const [address, place] = to.split("#");
  if (!document.getElementById(place)) htmx.ajax("GET", address, { target: "#posts", swap: "beforeend", select: `#${place}` });
};

// Where a text with this mark arrived; null when it did not; undefined when nobody answers.
const ask = async (mark) => {
  try {
    const answer = await fetch(`${document.body.dataset.outbox}?mark=${mark}`, { headers: { Accept: "application/json" } });
    return answer.ok && !answer.redirected ? (await answer.json()).to : undefined;
  } catch {
    return undefined;
  }
};

customElements.define("junto-outbox", Outbox);
