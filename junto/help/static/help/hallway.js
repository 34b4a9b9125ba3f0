// <junto-hallway>: how long it took from opening the page to saving, as a bare number of seconds. It says something about the form only.
class Hallway extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", () => this.measure());
  }

  measure() {
    const field = this.querySelector('[name="seconds"]');
    if (field) field.value = String(Math.max(1, Math.round((Date.now() - performance.timeOrigin) / 1000)));
  }
}

customElements.define("junto-hallway", Hallway);
