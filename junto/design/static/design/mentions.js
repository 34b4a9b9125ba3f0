// "@" and a few letters: who may be meant. The server answers only people who may read what is written here.
import { insert } from "./marks.js";

const BEGUN = /(?:^|[\s(])@([\p{L}\p{M}'’.-]{1,30}(?: [\p{L}\p{M}'’.-]{0,30})?)$/u;
const PAUSE = 120;
let lists = 0;

export function offerMentions(editor) {
  new Mentions(editor);
}

class Mentions {
  #timer = 0;
  #asked = null;
  #people = [];
  #at = 0;

  constructor(editor) {
    this.editor = editor;
    this.box = editor.box;
    this.list = document.createElement("ul");
    this.list.className = "mentions";
    this.list.role = "listbox";
    this.list.id = `mentions-${lists++}`;
    this.list.hidden = true;
    this.list.ariaLabel = "@";
    this.box.after(this.list);
    this.box.setAttribute("aria-controls", this.list.id);
    this.box.addEventListener("input", () => this.#later());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("blur", () => setTimeout(() => this.#close(), 150)); // a press on the list comes after the blur
    this.list.addEventListener("mousedown", (event) => this.#pressed(event));
  }

  get #begun() {
    return BEGUN.exec(this.box.value.slice(Math.max(0, this.box.selectionStart - 64), this.box.selectionStart))?.[1];
  }

  #later() {
    clearTimeout(this.#timer);
    if (!this.#begun) return this.#close();
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const words = this.#begun;
    if (!words) return this.#close();
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const url = this.editor.dataset.mentionUrl;
      const answer = await fetch(`${url}${url.includes("?") ? "&" : "?"}words=${encodeURIComponent(words)}`, {
        signal: this.#asked.signal,
      });
      if (answer.ok && !answer.redirected) this.#show((await answer.json()).people ?? []);
    } catch {
      this.#close(); // overtaken by the next letter, or the connection was lost
    }
  }

  #show(people) {
    this.#people = people;
    this.list.replaceChildren(...people.map((person, at) => option(person, `${this.list.id}-${at}`)));
    this.list.hidden = people.length === 0;
    if (people.length) this.#choose(0);
    else this.#close();
  }

  #choose(at) {
    this.#at = at;
    [...this.list.children].forEach((each, number) => (each.ariaSelected = String(number === at)));
    this.box.setAttribute("aria-activedescendant", this.list.children[at].id);
    this.list.children[at].scrollIntoView({ block: "nearest" });
  }

  #close() {
    this.list.hidden = true;
    this.box.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (this.list.hidden || event.isComposing) return;
    const last = this.#people.length - 1;
    const moves = { ArrowDown: this.#at >= last ? 0 : this.#at + 1, ArrowUp: this.#at <= 0 ? last : this.#at - 1 };
    if (event.key in moves) this.#choose(moves[event.key]);
    else if (event.key === "Enter" || event.key === "Tab") this.#take(this.#people[this.#at]);
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #pressed(event) {
    event.preventDefault();
    const at = [...this.list.children].indexOf(event.target.closest("[role='option']"));
    if (at >= 0) this.#take(this.#people[at]);
  }

  #take(person) {
    const end = this.box.selectionStart;
    insert(this.box, end - this.#begun.length - 1, end, `${person.insert} `);
    this.#close();
  }
}

function option({ name, note, initials, tone, face: address }, id) {
  const line = document.createElement("li");
  line.role = "option";
  line.id = id;
  const face = document.createElement(address ? "img" : "span");
  face.className = "avatar";
  face.dataset.tone = tone;
  if (address) Object.assign(face, { src: address, alt: "", width: 32, height: 32 });
  else Object.assign(face, { ariaHidden: "true", textContent: initials });
  const said = document.createElement("span");
  said.className = "quiet";
  said.textContent = note ?? "";
  line.append(face, ` ${name}`, said);
  return line;
}
