// What was just done, with Undo. Stays long enough to be read and pressed; as long as one points at it or is inside, it stays.
const STAYS = 8000;

class Toast extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.#wait();
    for (const name of ["mouseenter", "focusin"]) this.addEventListener(name, () => clearTimeout(this.#timer));
    for (const name of ["mouseleave", "focusout"]) this.addEventListener(name, () => this.#wait());
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.remove(), STAYS);
  }
}

class Toasts extends HTMLElement {
  connectedCallback() {
    document.addEventListener("toasts", (event) => {
      for (const said of [event.detail.value ?? event.detail].flat()) this.say(said);
    });
  }

  say({ text, undo = "", method = "POST" }) {
    const toast = document.createElement("junto-toast");
    toast.className = "toast";
    const words = document.createElement("p");
    words.textContent = text;
    toast.append(words);
    if (undo) toast.append(this.#undoButton(undo, method));
    this.append(toast);
  }

  #undoButton(undo, method) {
    const button = document.createElement("button");
    button.textContent = this.dataset.undo;
    button.name = "_method";
    button.value = method;
    button.setAttribute("form", "acts");
    button.setAttribute("formaction", undo);
    return button;
  }
}

customElements.define("junto-toasts", Toasts);
customElements.define("junto-toast", Toast);
