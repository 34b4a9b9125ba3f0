// Files that go along with a text: chosen, dropped on the form or pasted into it, they are sent one after the other while one writes.
// The form then names them by number, and the text can wait in the outbox like any other.
import { Pieces, isFinal, refusal } from "./pieces.js";
import { isSignedOut, post } from "./requests.js";

const LOOKED_AGAIN = [1500, 4000, 10_000];

class Attach extends HTMLElement {
  #waiting = [];
  #now = null;
  #refused = [];
  #submitter = null;
  #left = new AbortController();

  connectedCallback() {
    if (this.form) return; // moved on the page, already set up
    this.input = this.querySelector("input[type='file']");
    this.rows = this.querySelector(".attach-rows");
    this.status = this.querySelector(".attach-said");
    this.form = this.closest("form");
    this.input.addEventListener("change", () => this.#choose());
    this.rows.addEventListener("change", (event) => this.#described(event.target));
    this.#listenToTheForm();
    this.#choose(); // somebody was quicker than this script
  }

  disconnectedCallback() {
    if (!this.isConnected) this.#left.abort();
  }

  // The text went out, or waits in the outbox: what goes along is not this form's any more.
  clear() {
    this.rows.replaceChildren();
    this.#refused = [];
    this.#say("");
  }

  #listenToTheForm() {
    const { signal } = this.#left;
    const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
    this.form.addEventListener("dragover", (event) => holdsFiles(event) && (event.preventDefault(), this.toggleAttribute("data-over", true)), { signal });
    this.form.addEventListener("dragleave", (event) => this.form.contains(event.relatedTarget) || this.removeAttribute("data-over"), { signal });
    this.form.addEventListener("drop", (event) => holdsFiles(event) && this.#dropped(event), { signal });
    this.form.addEventListener("paste", (event) => this.#pasted(event), { signal });
    this.form.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && detail.elt === this.form && this.clear(), { signal });
    document.addEventListener("submit", (event) => this.#submit(event), { signal, capture: true });
  }

  #choose() {
    this.#add([...this.input.files]);
    this.input.value = ""; // what a script sends, the form need not
  }

  #dropped(event) {
    event.preventDefault();
    this.removeAttribute("data-over");
    this.#add([...event.dataTransfer.files]);
  }

  // Programs that write put a picture of the words beside the words.
  #pasted(event) {
    const { files, types } = event.clipboardData ?? {};
    if (!files?.length || types.includes("text/plain")) return;
    event.preventDefault();
    this.#add([...files]);
  }

  #add(files) {
    if (files.length && !this.#now) this.#refused = [];
    for (const file of files) {
      const tooLarge = file.size > Number(this.dataset.largest);
      if (tooLarge) this.#refuse(this.dataset.tooLarge.replace("{name}", file.name));
      else this.#waiting.push({ file, row: this.#row(file) });
    }
    if (!this.#now) this.#next();
  }

  async #next() {
    this.#now = this.#waiting.shift() ?? null;
    if (!this.#now) return this.#allThere();
    const { file, row } = this.#now;
    try {
      await this.#send(file, row);
    } catch (error) {
      row.remove();
      if (!isFinal(error)) throw error;
      this.#submitter = null; // a text does not go out without a file of which its writer thinks that it goes along
      this.#refuse(`${file.name}: ${error.message}`);
    } finally {
      this.#next();
    }
  }

  async #send(file, row) {
    const bar = row.querySelector("progress");
    const pieces = new Pieces(this.dataset.begin, this.dataset, {
      say: (words) => this.#say(words),
      tell: ({ arrived, size }) => {
        bar.value = Math.floor((arrived / size) * 100);
        this.#say(this.dataset.sending.replace("{name}", file.name).replace("{percent}", bar.value));
      },
    });
    const state = await pieces.send(file, () => row.isConnected);
    if (state) await this.#wait(file, row, state.key);
  }

  // It is here: from now on it waits with the draft, and stands in the form as the server draws it.
  async #wait(file, row, key) {
    const draft = this.form.elements.draft_key?.value ?? "";
    const answer = await post(this.dataset.to, { upload: key, name: file.name, draft_key: draft }).catch(() => null);
    if (answer?.status === 422) throw refusal((await answer.json()).trouble);
    if (!answer?.ok || answer.redirected) throw refusal(answer && isSignedOut(answer) ? this.dataset.signedOut : this.dataset.lost);
    const drawn = fromHtml(await answer.text());
    row.replaceWith(drawn);
    this.#say(this.dataset.there.replace("{name}", file.name));
    preview(file, drawn);
    this.#lookAgain(drawn);
  }

  // The worker looks at it more closely; what it refuses is said while one still writes.
  async #lookAgain(row) {
    for (const wait of LOOKED_AGAIN) {
      await new Promise((go) => setTimeout(go, wait));
      const answer = row.isConnected && (await fetch(`${this.dataset.to}${row.dataset.number}/`).catch(() => null));
      if (!answer?.ok || answer.redirected) return;
      const drawn = fromHtml(await answer.text());
      if ("coming" in drawn.dataset) continue;
      if (drawn.querySelector(".trouble")) row.replaceWith(drawn);
      return;
    }
  }

  #described(field) {
    const number = field.name.startsWith("alt-") && field.name.slice(4);
    if (number) post(`${this.dataset.to}${number}/`, { alt: field.value }).catch(() => null); // it goes with the form as well
  }

  // Pressed while something is on its way, the form goes when all of it is here.
  #submit(event) {
    if (event.target !== this.form || !this.#now) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#submitter = event.submitter ?? this.form.querySelector("button:not([type='button'])");
    this.#say(this.dataset.waits);
  }

  #allThere() {
    const submitter = this.#submitter;
    this.#submitter = null;
    if (submitter) this.form.requestSubmit(submitter);
  }

  #row(file) {
    const row = document.createElement("li");
    row.className = "attach-row";
    const [mark, words, name, bar, stop] = ["span", "div", "bdi", "progress", "button"].map((tag) => document.createElement(tag));
    mark.className = "attach-mark";
    words.className = "attach-words";
    name.textContent = bar.ariaLabel = file.name;
    Object.assign(bar, { max: 100, value: 0 });
    Object.assign(stop, { type: "button", className: "act", textContent: this.dataset.stop });
    stop.addEventListener("click", () => this.#stop(row));
    words.append(name, bar);
    row.append(mark, words, stop);
    this.rows.append(row);
    preview(file, row);
    return row;
  }

  #stop(row) {
    this.#waiting = this.#waiting.filter((each) => each.row !== row);
    row.remove();
    this.#say("");
    this.input.focus();
  }

  #refuse(sentence) {
    this.#refused.push(sentence);
    this.#say("");
  }

  // Of several files chosen at once, each that was not taken keeps its sentence, whatever becomes of the next.
  #say(text) {
    this.status.textContent = [...this.#refused, text].filter(Boolean).join("\n");
    this.status.classList.toggle("trouble", this.#refused.length > 0);
  }
}

const fromHtml = (html) => {
  const template = document.createElement("template");
  template.innerHTML = html; // a part of a page of this house, as every part that is fetched
  return template.content.querySelector("li");
};

// A picture is seen at once, from what this browser has.
async function preview(file, row) {
  const picture = file.type.startsWith("image/") && (await createImageBitmap(file, { resizeWidth: 96, resizeQuality: "high" }).catch(() => null));
  const mark = row.querySelector(".attach-mark");
  if (!picture || mark.querySelector("img")) return;
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
  canvas.getContext("2d").drawImage(picture, 0, 0);
  picture.close();
  mark.replaceChildren(canvas);
}

customElements.define("junto-attach", Attach);
