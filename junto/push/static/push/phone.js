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
