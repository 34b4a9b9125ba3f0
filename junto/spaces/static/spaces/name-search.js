// Suggests people while a name is typed. What is chosen goes along as `person`; typing on forgets it again.
const PAUSE = 180;

class NameSearch extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.list = Object.assign(document.createElement("ul"), { id: `${this.input.id}-found`, className: "found", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.chosen = Object.assign(document.createElement("input"), { type: "hidden", name: "person" });
    this.said = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
    this.input.after(this.list, this.chosen, this.said);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(combobox)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.press(event));
  }

  wait() {
    this.chosen.value = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), PAUSE);
  }

  async ask(words) {
    if (!words) return this.close();
    const answer = await fetch(`${this.dataset.from}?words=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok || words !== this.input.value.trim()) return;
    const { people } = await answer.json();
    this.show(people);
  }

  show(people) {
    this.list.replaceChildren(...people.map((person, at) => option(person, `${this.list.id}-${at}`)));
    this.list.hidden = !people.length;
    this.input.setAttribute("aria-expanded", String(people.length > 0));
    this.said.textContent = people.length ? "" : this.dataset.none;
    this.mark(null);
  }

  key(event) {
    const options = [...this.list.children];
    const at = options.findIndex((each) => each.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") return this.close();
    if (event.key === "Enter" && at >= 0 && !this.list.hidden) return this.choose(options[at], event);
    if (!step || !options.length || this.list.hidden) return;
    event.preventDefault();
    this.mark(options[(at + step + options.length) % options.length]);
  }

  press(event) {
    const chosen = event.target.closest("[role='option']");
    if (chosen) this.choose(chosen, event);
  }

  choose(option, event) {
    event.preventDefault();
    this.input.value = option.dataset.name;
    this.chosen.value = option.dataset.person;
    this.close();
  }

  mark(option) {
    for (const each of this.list.children) each.setAttribute("aria-selected", String(each === option));
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(null);
  }
}

const option = ({ id, name, note }, mark) => {
  const line = Object.assign(document.createElement("li"), { id: mark, textContent: name });
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  Object.assign(line.dataset, { person: id, name });
  if (note) line.append(Object.assign(document.createElement("small"), { textContent: note }));
  return line;
};

customElements.define("junto-name-search", NameSearch);
