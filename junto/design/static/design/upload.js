// Sends a chosen, dropped or pasted picture in pieces, and goes on where it stopped: after a lost connection by itself, after a
// closed tab when the same picture is chosen again. The form then carries the key of what was sent in the place of the file.
import { isSignedOut, token } from "./requests.js";

const LONGEST_WAIT = 15_000;
const FOCUS = { middle: 0.5, start: 0, end: 1 };
const FINAL = "final";

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
    const mark = `${file.size}-${file.lastModified}`;
    try {
      let state = await this.#begin(file, mark, run);
      while (run === this.#run && state.arrived < state.size) {
        this.#tell(state);
        state = (await this.#piece(file, state, run)) ?? (await this.#begin(file, mark, run));
      }
      if (run === this.#run) this.#done(state);
    } catch (error) {
      if (run !== this.#run) return;
      if (error.cause !== FINAL) throw error;
      this.#trouble(error.message);
    }
  }

  #begin(file, mark, run) {
    return this.#patiently(run, () => fetch(this.dataset.begin, this.#posting(new URLSearchParams({ mark, size: file.size }))));
  }

  // Nothing when what was sent is not there any more: then it begins anew.
  #piece(file, { key, arrived, size, piece }, run) {
    const end = Math.min(arrived + piece, size);
    const range = { "Content-Range": `bytes ${arrived}-${end - 1}/${size}`, "Content-Type": "application/octet-stream" };
    return this.#patiently(run, () => fetch(`${this.dataset.begin}${key}/`, this.#posting(file.slice(arrived, end), range)));
  }

  #posting(body, headers = {}) {
    return { method: "POST", body, headers: { "X-CSRFToken": token(), "X-Requested-With": "fetch", ...headers } };
  }

  // Tries until there is an answer that means something, with longer and longer pauses, or at once when the connection is back.
  async #patiently(run, attempt) {
    for (let wait = 1000; run === this.#run; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      const answer = await attempt().catch(() => null);
      if (answer && isSignedOut(answer)) this.#say(this.dataset.signedOut);
      else if (answer?.ok || answer?.status === 409) return answer.json();
      else if (answer?.status === 404) return null;
      else if (answer?.status === 422) throw new Error((await answer.json()).trouble, { cause: FINAL });
      else this.#say(this.dataset.lost);
      await pause(wait);
    }
    return { arrived: 0, size: 0 };
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

const pause = (wait) =>
  new Promise((go) => {
    const timer = setTimeout(go, wait);
    addEventListener("online", () => (clearTimeout(timer), go()), { once: true });
  });

customElements.define("junto-upload", Upload);
