// Sends a chosen, dropped or pasted picture in pieces, and goes on where it stopped: after a lost connection by itself, after a
// closed tab when the same picture is chosen again. The form then carries the key of what was sent in the place of the file.
import { Pieces, isFinal } from "./pieces.js";

const FOCUS = { middle: 0.5, start: 0, end: 1 };

class Upload extends HTMLElement {
  #run = null;
  #file = null;
  #whole = false;
  #sendWhenWhole = false;

  connectedCallback() {
    this.input = this.querySelector("input[type='file']");
    this.key = this.querySelector("input[name='upload']");
    this.more = this.querySelector(".upload-more");
    this.canvas = this.querySelector("canvas");
    this.bar = this.querySelector("progress");
    this.status = this.querySelector("[role='status']");
    this.form = this.input.form;
    this.more.hidden = false;
    this.key.value = "";
    this.input.addEventListener("change", () => this.#choose(this.input.files[0]));
    this.form.addEventListener("submit", (event) => this.#submit(event));
    for (const radio of this.form.elements.focus ?? []) radio.addEventListener("change", () => this.#draw());
    this.#listenToThePage();
    this.#choose(this.input.files[0]); // somebody was quicker than this script
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#run = null;
  }

  #left = new AbortController();

  #listenToThePage() {
    const { signal } = this.#left;
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    document.addEventListener("dragover", (event) => holdsFiles(event) && (event.preventDefault(), this.toggleAttribute("data-over", true)), { signal });
    document.addEventListener("dragleave", (event) => event.relatedTarget || this.removeAttribute("data-over"), { signal });
    document.addEventListener("drop", (event) => holdsFiles(event) && this.#dropped(event), { signal });
    document.addEventListener("paste", (event) => this.#choose(event.clipboardData?.files[0]), { signal });
  }

  #dropped(event) {
    event.preventDefault();
    this.removeAttribute("data-over");
    this.#choose(event.dataTransfer.files[0]);
  }

  #choose(file) {
    if (!file) return;
    this.#file = file;
    this.#whole = this.#sendWhenWhole = false;
    this.key.value = "";
    this.#draw();
    if (file.size > Number(this.dataset.largest)) return this.#trouble(this.dataset.tooLarge);
    this.#send(file, (this.#run = {}));
  }

  // A later choice ends an earlier one: `run` is then no longer the one that counts.
  async #send(file, run) {
    const pieces = new Pieces(this.dataset.begin, this.dataset, { say: (words) => this.#say(words), tell: (state) => this.#tell(state) });
    try {
      const state = await pieces.send(file, () => run === this.#run);
      if (state) this.#done(state);
    } catch (error) {
      if (run !== this.#run) return;
      if (!isFinal(error)) throw error;
      this.#trouble(error.message);
    }
  }

  #done(state) {
    this.#whole = true;
    this.key.value = state.key;
    this.bar.hidden = true;
    this.#say(this.dataset.there);
    if (this.#sendWhenWhole) this.form.requestSubmit();
  }

  // Pressed while it is still on its way, the form goes when all of it is here.
  #submit(event) {
    if (!this.#file) return;
    if (this.#whole) this.input.value = "";
    else if (this.#run) {
      event.preventDefault();
      this.#sendWhenWhole = true;
    }
  }

  #tell({ arrived, size }) {
    const percent = Math.floor((arrived / size) * 100);
    this.bar.hidden = false;
    this.bar.value = percent;
    this.#say(this.dataset.sending.replace("{percent}", percent));
  }

  #trouble(text) {
    this.#run = this.#file = null;
    this.input.value = "";
    this.bar.hidden = this.canvas.hidden = true;
    this.#say(text, true);
  }

  #say(text, trouble = false) {
    this.status.textContent = text;
    this.status.classList.toggle("trouble", trouble);
  }

  async #draw() {
    const file = this.#file;
    const picture = file && (await createImageBitmap(file).catch(() => null));
    if (file !== this.#file) return;
    this.canvas.hidden = !picture;
    if (!picture) return;
    const side = Math.min(picture.width, picture.height);
    const at = FOCUS[this.form.elements.focus?.value] ?? FOCUS.middle;
    const pen = this.canvas.getContext("2d");
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.drawImage(picture, (picture.width - side) * at, (picture.height - side) * at, side, side, 0, 0, this.canvas.width, this.canvas.height);
    picture.close();
  }
}

customElements.define("junto-upload", Upload);
