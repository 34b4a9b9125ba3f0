// Forms that say `data-later` are put into the outbox before they are sent: with the connection, or the browser, gone in between, nothing
// is lost and nothing comes twice. What waits is shown on every page, can be changed and taken back.
import "./outbox.js";
import { forget, keptFor } from "./kept.js";
import { token } from "./requests.js";

const { outbox } = globalThis;
const LEFT_OUT = ["csrfmiddlewaretoken", "sending"];
const reader = Number(document.querySelector('meta[name="person"]')?.content);

// Not every origin has `randomUUID`: plain http in a house network has only this.
const mark = () => {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

const textOf = (form) => ({
  mark: (form.dataset.mark ??= mark()),
  person: reader,
  to: new URL(form.action).pathname,
  page: location.pathname,
  about: form.dataset.later || form.elements.title.value,
  fields: [...new FormData(form)].filter(([name, value]) => !LEFT_OUT.includes(name) && typeof value === "string"),
});

// In the outbox, while this page sends it itself. Where the browser keeps nothing, it is sent as ever.
const hold = async (form) => {
  const text = textOf(form);
  try {
    await outbox.add({ ...text, held: Date.now(), tried: 1 });
    form.dataset.held = text.mark;
  } catch {
    delete form.dataset.held;
  }
  return text;
};

const known = (form) => {
  const field = form.elements.sending ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "sending" }));
  field.value = form.dataset.mark;
};

const done = (form) => {
  if (form.dataset.held) outbox.remove(form.dataset.held);
  delete form.dataset.held;
  delete form.dataset.mark;
};

// It waits from here on: the form is empty for the next text, and its draft is this text.
const leave = async (form, tried) => {
  const waiting = form.dataset.held;
  delete form.dataset.busy;
  delete form.dataset.mark;
  for (const box of form.querySelectorAll("textarea")) box.value = "";
  form.querySelector("junto-attach")?.clear?.();
  forget(form.elements.draft_key?.value ?? "");
  await outbox.release(waiting, tried);
  delete form.dataset.held;
  const worker = await navigator.serviceWorker?.getRegistration();
  await worker?.sync?.register(outbox.TAG).catch(() => null);
  document.querySelector("junto-outbox")?.said("held");
};

// ---- Forms that htmx sends. ----
document.addEventListener("htmx:confirm", (event) => {
  const form = event.detail.elt;
  if (!form.matches?.("form[data-later]")) return;
  event.preventDefault();
  if ("busy" in form.dataset) return; // pressed twice
  form.dataset.busy = "";
  hold(form).then(() => {
    known(form);
    if (navigator.onLine || !form.dataset.held) event.detail.issueRequest(true);
    else leave(form, 0);
  });
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  if (!form.matches?.("form[data-later]") || !form.dataset.mark) return;
  delete form.dataset.busy;
  const { successful, xhr } = event.detail;
  if (successful || !form.dataset.held) done(form);
  else if (outbox.isLater(xhr.status)) leave(form, 1);
  else if (xhr.status === 422) refused(form);
  else done(form);
});

// ---- Forms that the browser would send. ----
addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-later]") || form.hasAttribute("hx-post") || event.submitter?.name) return;
  event.preventDefault();
  if (!form.dataset.busy) send(form);
});

async function send(form) {
  form.dataset.busy = "";
  const text = await hold(form);
  known(form);
  if (!form.dataset.held) return form.submit();
  const said = navigator.onLine ? await outbox.sendOne(text, token()) : { offline: true };
  delete form.dataset.busy;
  if (said.to) return arrived(form, said.to);
  if (said.refused || said.status === 401) return refused(form);
  await leave(form, said.offline ? 0 : 1);
}

function arrived(form, to) {
  forget(form.elements.draft_key?.value ?? "");
  location.assign(to);
}

// The server says on its own page what was in the way; the mark goes along, so that it is one text still.
async function refused(form) {
  await outbox.remove(form.dataset.held);
  form.submit();
}

// A text that waits is not a draft as well.
async function clearDrafts() {
  for (const { fields } of await outbox.all()) {
    const given = Object.fromEntries(fields);
    const box = document.querySelector(`[name="draft_key"][value="${CSS.escape(given.draft_key ?? "")}"]`)?.form?.elements.text;
    if (!box || box.value !== given.text) continue;
    box.value = "";
    if (keptFor(given.draft_key)?.text === given.text) forget(given.draft_key);
  }
}

const goOut = () => outbox.send().catch(() => null); // tried again when the network comes back, or with the next page
addEventListener("online", goOut);
if (reader) clearDrafts().then(goOut, () => null);
