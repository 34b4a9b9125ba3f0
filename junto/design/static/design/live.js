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
const wantedByOthers = new Map();
// How far this browser has heard. It outlives the page: what happens between two pages, or while one is drawn, is heard on the next.
const HEARD = "junto:heard";
let seq = heardSoFar();
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

function heardSoFar() {
  try {
    return Number(localStorage.getItem(HEARD)) || 0;
  } catch {
    return 0;
  }
}

function reach(number) {
  seq = number;
  try {
    localStorage.setItem(HEARD, String(number));
  } catch {
    return; // the next page begins from now
  }
}

function take(message) {
  if (message.seq > seq) reach(message.seq);
  if (message.about === "all") hear(null, {});
  else hear(message.topic, { topic: message.topic, kind: message.kind, seq: message.seq });
}

const tell = (message) => channel?.postMessage({ from: me, ...message });
const introduce = () => tell({ say: "wants", topics: topicsHere() });

channel?.addEventListener("message", ({ data }) => {
  if (data.say === "heard") take(data);
  if (data.say === "wants") wantedByOthers.set(data.from, data.topics);
  if (data.say === "leaves") wantedByOthers.delete(data.from);
  if (data.say === "who") introduce();
  if (data.say === "wants" || data.say === "leaves") holder?.look();
});

// ---- The one tab that holds the stream. ----
class Holder {
  #source = null;
  #topics = "";
  #wait = FIRST_WAIT;
  #timer = 0;
  #heard = false;

  constructor() {
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
    this.#topics = "";
  }

  #open() {
    const topics = [...new Set([...topicsHere(), ...[...wantedByOthers.values()].flat()])].sort().join(",");
    if (topics === this.#topics && this.#source?.readyState !== EventSource.CLOSED) return;
    this.close();
    this.#topics = topics;
    if (!topics) return;
    this.#source = new EventSource(`${STREAM}?topics=${encodeURIComponent(topics)}${seq ? `&after=${seq}` : ""}`);
    this.#source.addEventListener("open", () => this.#opened());
    this.#source.addEventListener("error", () => this.#lost());
    this.#source.addEventListener("reload", () => this.#spread({ about: "all" }));
    this.#source.addEventListener("here", (event) => reach(Number(event.lastEventId)));
    this.#source.addEventListener("fact", (event) => this.#spread({ seq: Number(event.lastEventId), ...JSON.parse(event.data) }));
  }

  // Without a number to resume from, something may have happened while nobody listened: look at everything again.
  #opened() {
    if (this.#heard && !seq) this.#spread({ about: "all" });
    this.#heard = true;
    this.#wait = FIRST_WAIT;
  }

  // The browser reconnects by itself after a lost connection, but not after a refusal (signed out, server starting).
  #lost() {
    if (this.#source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #spread(message) {
    take(message);
    tell({ say: "heard", ...message });
  }
}

function begin() {
  holder = new Holder();
}

function end() {
  holder?.close();
  holder = null;
}

function join() {
  introduce();
  lead(CHANNEL, begin, end);
}

if (reader) {
  join();
  addEventListener("pagehide", () => tell({ say: "leaves" }));
  addEventListener("pageshow", (event) => event.persisted && join());
  document.addEventListener("htmx:afterSettle", () => {
    introduce();
    holder?.look();
  });
}
