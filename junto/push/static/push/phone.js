// What only a script can do on this page: install with one press, and forget the copies.
const installs = document.getElementById("install-here");
const forgets = document.getElementById("forget-here");

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  installs.hidden = false;
  installs.querySelector("button").addEventListener("click", () => event.prompt(), { once: true });
});
addEventListener("appinstalled", () => (installs.hidden = true));

if (globalThis.caches) {
  forgets.hidden = false;
  forgets.addEventListener("click", async (event) => {
    if (!event.target.closest("button")) return;
    for (const name of await caches.keys()) if (name.startsWith("junto-copies:")) await caches.delete(name);
    document.querySelector("junto-toasts").say({ text: forgets.dataset.done });
  });
}

// Nobody is asked for permission before they press. What was chosen is kept in the browser, so that the same person need not press again
// after signing in anew; the worker sees to that.
const calls = document.getElementById("call-here");
const reader = document.querySelector('meta[name="person"]').content;

if (calls) {
  const can = "PushManager" in globalThis && "Notification" in globalThis && navigator.serviceWorker;
  calls.hidden = !can;
  document.getElementById("call-nowhere").hidden = Boolean(can);
  calls.querySelector("button").addEventListener("click", () => begin());
}

async function begin() {
  const said = calls.dataset;
  const say = (text) => document.querySelector("junto-toasts").say({ text });
  if ((await Notification.requestPermission()) !== "granted") return say(said.refused);
  const worker = (await navigator.serviceWorker.ready).active;
  const answer = new MessageChannel();
  worker.postMessage({ say: "call", reader }, [answer.port2]);
  const done = await new Promise((heard) => (answer.port1.onmessage = ({ data }) => heard(data)));
  if (!done) return say(said.failed);
  say(said.done);
  setTimeout(() => location.reload(), 1500);
}
