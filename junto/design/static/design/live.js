import { lead } from "./lead.js";

// Live parts: one stream a browser, held by one tab and shared with the others, so that the seventh tab loads too.
// The other tabs say over a BroadcastChannel what they show, and hear over it what happened. Elements name what they show in `data-live`;
// `inbox:me` is the reader's own inbox, for parts of the page that are the same for everybody.
const CHANNEL = "junto-live";
const STREAM = "/stream";
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const TOGETHER = 150;

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANNEL) : null;
const me = crypto.randomUUID?.() ?? String(Math.random());
// What each tab shows, and up to which event it knows of everything about that.
const wanted = new Map();
// This page knows of everything up to this number: it was drawn then, or has heard of it since.
let seq = Number(document.querySelector('meta[name="heard"]')?.content);
// What the stream is open for. Until that is all this page shows, what it hears says nothing of what it may have missed.
let covered = new Set();
let holder = null;

const reader = document.querySelector('meta[name="person"]')?.content;
const elements = () => [...document.querySelectorAll("[data-live]")];
const shownBy = (element) => element.dataset.live.replaceAll("inbox:me", `inbox:${reader}`).split(/\s+/).filter(Boolean);
const topicsHere = () => [...new Set(elements().flatMap(shownBy))].sort();

// ---- Every tab: tells what it shows, hears what happened. ----
const due = new Map();

function hear(topic, detail) {
  for (const element of elements()) {
    if (topic !== null && !shownBy(element).includes(topic)) continue;
    clearTimeout(due.get(element)); // several facts of one act arrive together and are one change to look at
    due.set(
      element,
      setTimeout(() => notify(element, detail), TOGETHER),
    );
  }
}

function notify(element, detail) {
  due.delete(element);
  element.dispatchEvent(new CustomEvent("live", { detail }));
}

const isCovered = (topics) => topics.every((topic) => covered.has(topic));

function reach(number) {
  if (number > seq && isCovered(topicsHere())) seq = number;
}

function take(message) {
  if (message.about === "here") covered = new Set(message.topics);
  reach(message.seq);
  if (message.about === "all") hear(null, {});
  else if (message.topic) hear(message.topic, { topic: message.topic, kind: message.kind, seq: message.seq });
}

const tell = (message) => channel?.postMessage({ from: me, ...message });

function introduce() {
  const mine = { topics: topicsHere(), seq };
  wanted.set(me, mine);
  tell({ say: "wants", ...mine });
}

// A part was put in: it may show something else than the page did, and was drawn at a moment of its own.
function settled(event) {
  const drawn = event.detail.xhr?.getResponseHeader("Junto-Heard");
  if (drawn && !isCovered(topicsHere())) seq = Math.min(seq, Number(drawn));
  introduce();
  holder?.look();
}

channel?.addEventListener("message", ({ data }) => {
  if (data.say === "heard") take(data);
  if (data.say === "wants") wanted.set(data.from, data);
  if (data.say === "leaves") wanted.delete(data.from);
  if (data.say === "who") meet();
  if (data.say === "wants" || data.say === "leaves") holder?.look();
});

// Another tab holds the stream from now on, and has yet to learn what is shown here.
function meet() {
  covered = new Set();
  introduce();
}

// ---- The one tab that holds the stream. ----
class Holder {
  #source = null;
  #asked = "";
  #at = Infinity;
  #wait = FIRST_WAIT;
  #timer = 0;

  constructor() {
    covered = new Set();
    tell({ say: "who" });
    this.look();
  }

  // Tabs come and go in bursts; the stream is opened anew once for all of them.
  look() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), 200);
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#asked = "";
  }

  #open() {
    const all = [...wanted.values()];
    const topics = [...new Set(all.flatMap((tab) => tab.topics))].sort();
    const asked = topics.join(",");
    if (asked === this.#asked && this.#source?.readyState !== EventSource.CLOSED) return;
    const after = Math.min(this.#at, ...all.filter((tab) => !isCovered(tab.topics)).map((tab) => tab.seq));
    this.close();
    this.#asked = asked;
    if (!asked) return;
    this.#source = new EventSource(`${STREAM}?topics=${encodeURIComponent(asked)}&after=${after}`);
    this.#source.addEventListener("open", () => (this.#wait = FIRST_WAIT));
    this.#source.addEventListener("error", () => this.#lost());
    this.#source.addEventListener("reload", () => this.#spread({ about: "all" }));
    this.#source.addEventListener("here", (event) => this.#spread({ about: "here", topics }, event));
    this.#source.addEventListener("fact", (event) => this.#spread(JSON.parse(event.data), event));
  }

  // The browser reconnects by itself after a lost connection, but not after a refusal (signed out, server starting).
  #lost() {
    if (this.#source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #spread(message, event) {
    if (event) this.#at = Number(event.lastEventId);
    const heard = { ...message, seq: event && this.#at };
    take(heard);
    tell({ say: "heard", ...heard });
  }
}

function begin() {
  holder = new Holder();
}

function end() {
  holder?.close();
  holder = null;
}

function leave() {
  covered = new Set();
  wanted.clear();
  tell({ say: "leaves" });
}

function join() {
  introduce();
  lead(CHANNEL, begin, end);
}

if (reader) {
  join();
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => event.persisted && join());
  document.addEventListener("htmx:afterSettle", settled);
}
