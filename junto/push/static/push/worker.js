// Stands between pages and the network: what is drawn from files, whole pages, and nothing else. Streams, uploads, parts and whatever
// is sent go past it.
const OWN = location.origin;
const PAST = ["/files/", "/stream", "/health/", "/metrics", JUNTO.outbox];

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(files.bring());
});

addEventListener("activate", (event) => {
  event.waitUntil(begin());
});

async function begin() {
  await registration.navigationPreload?.enable();
  await files.tidy();
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== OWN || PAST.some((path) => address.pathname.startsWith(path))) return;
  if (request.method === "POST" && address.pathname === JUNTO.share && request.mode === "navigate") return event.respondWith(shared(request));
  if (request.method !== "GET") return;
  if (address.pathname.startsWith(JUNTO.statics)) event.respondWith(files.answer(request));
  else if (request.mode === "navigate") event.respondWith(page(event, request));
});

async function page(event, request) {
  const began = Date.now();
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(request));
    const seen = answer.headers.has("Junto-Keep") ? answer.clone() : answer; // of all others only the head is looked at
    event.waitUntil(copies.saw(request.url, seen, began));
    return answer;
  } catch {
    return (await copies.find(request.url)) ?? (await files.offline()) ?? Response.error();
  }
}

// What another app shared while there is no network goes into the form for a question, as it would have with one. Files cannot wait
// here, and too many of them cannot go at once: then the form says so, and has the words.
async function shared(request) {
  const given = await request.clone().formData();
  try {
    const answer = await fetch(request);
    return answer.status === 413 ? carryOn(given, "large") : answer;
  } catch {
    return carryOn(given, "away");
  }
}

function carryOn(given, why) {
  const words = new URLSearchParams({ words: given.get("title") ?? "", more: [given.get("text"), given.get("url")].filter(Boolean).join("\n\n") });
  if (given.getAll("files").some((file) => file.size)) words.set("files", why);
  return Response.redirect(`${JUNTO.ask}?${words}`, 303);
}

// Pages say when somebody signed out in them, or was found to be.
addEventListener("message", (event) => {
  if (event.data?.say === "signed-out") event.waitUntil(copies.wipe());
  if (event.data?.say === "waits") event.waitUntil(calls.settle(event.data.count));
  if (event.data?.say === "call") event.waitUntil(calls.begin(event.data.reader).then((done) => event.ports[0].postMessage(done)));
});

// The network is back, and the browser says so though no page is open.
addEventListener("sync", (event) => {
  if (event.tag === outbox.TAG) event.waitUntil(outbox.send());
});
