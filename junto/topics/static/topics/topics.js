// <junto-topics>: a field for topics with commas between, and suggestions for the one being typed.
// The browser's own list shows them, so keys, touch and screen readers work as everywhere.

class Topics extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.list = this.querySelector("datalist");
    this.input?.addEventListener("input", () => this.wait());
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), 150);
  }

  async suggest() {
    const comma = this.input.value.lastIndexOf(",") + 1;
    const [before, words] = [this.input.value.slice(0, comma), this.input.value.slice(comma).trim()];
    if (!words) return;
    const answer = await fetch(`${this.dataset.from}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok) return;
    const { topics } = await answer.json();
    this.list.replaceChildren(...topics.map(({ name }) => new Option("", before ? `${before} ${name}` : name)));
  }
}

customElements.define("junto-topics", Topics);
