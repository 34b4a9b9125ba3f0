// A button beside a field that puts what stands in it on the clipboard. Without script the field can be selected by hand.
class Copy extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector("input, textarea");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-quiet", textContent: this.dataset.copy });
    button.addEventListener("click", async () => {
      field.select();
      await put(field);
      button.textContent = this.dataset.copied;
    });
    button.setAttribute("aria-describedby", field.labels[0].id);
    button.setAttribute("aria-live", "polite");
    this.append(button);
  }
}

// Without a secure connection browsers offer no clipboard; the old command still works on what is selected.
const put = (field) => (navigator.clipboard ? navigator.clipboard.writeText(field.value) : document.execCommand("copy"));

customElements.define("junto-copy", Copy);
