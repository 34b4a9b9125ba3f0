// The keys of the house. Never while somebody writes, never with a modifier, except ⌘K and Ctrl+K.
import { openCommand } from "./command.js";

const AFTER = 1200;
let wentAt = 0;

const OFF = "junto:keys-off";
const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
};

const isWriting = (element) =>
  element?.closest?.("input, textarea, select, [contenteditable]") &&
  !element.matches("[type='checkbox'], [type='radio'], [type='button']");
const items = () => [...document.querySelectorAll("main .row, main .post, main .person-card")].filter((each) => each.checkVisibility());

// One step down or up the list; the link in a row takes the focus, a post takes it itself.
function move(step) {
  const all = items();
  const at = all.findLastIndex((each) => each.contains(document.activeElement));
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  if (!next) return;
  const target = next.querySelector(".row-title, .person-card > a") ?? next;
  if (target === next) next.tabIndex = -1;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}

// `c` captures what just helped somebody; afterwards they are back where they were.
function capture() {
  const to = document.querySelector("[data-note]")?.getAttribute("href");
  if (to && location.pathname !== to) location.assign(`${to}?next=${encodeURIComponent(location.pathname + location.search)}`);
}

const place = (key) => document.querySelector(`[data-go="${key}"]`)?.getAttribute("href");

function go(key) {
  const to = place(key);
  if (to) location.assign(to);
}

async function showKeys() {
  const url = document.querySelector("[data-keys]")?.href;
  if (!url) return;
  let dialog = document.getElementById("keys");
  if (!dialog) {
    const answer = await fetch(url, { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    document.body.insertAdjacentHTML("beforeend", await answer.text());
    dialog = document.getElementById("keys");
  }
  drawSwitch();
  dialog.showModal();
}

const ACTS = { "/": openCommand, c: capture, j: () => move(1), k: () => move(-1), "?": showKeys, g: () => (wentAt = Date.now()) };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") return run(event, openCommand);
  if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target) || document.querySelector("dialog[open]") || isOff())
    return;
  if (Date.now() - wentAt < AFTER && place(event.key)) return run(event, () => go(event.key));
  if (ACTS[event.key]) run(event, ACTS[event.key]);
});

function run(event, act) {
  event.preventDefault();
  if (event.key !== "g") wentAt = 0;
  act();
}

// One line that is sent with Enter, like a search; with Shift it goes on.
document.addEventListener("keydown", (event) => {
  const isPlain = event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.defaultPrevented;
  if (!isPlain || !event.target.matches?.("textarea[data-enter-sends]")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

// People who speak to their machine, or rest a hand on it, can turn single keys off in the list of keys.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-single-keys]")) localStorage.setItem(OFF, event.target.checked ? "no" : "yes");
});
const drawSwitch = () => {
  for (const box of document.querySelectorAll("[data-single-keys]")) box.checked = !isOff();
};
drawSwitch();
