// Brings the worker of this house into the browser where there is one, and tells it what only a page knows.
const { worker, signOut } = document.body.dataset;
const container = navigator.serviceWorker;
const tell = async (said) => (await container?.getRegistration())?.active?.postMessage(said);

if (worker && container) container.register(worker).catch(() => null); // without it everything works as long as there is a network

export const forgetCopies = () => tell({ say: "signed-out" });

// Whoever signs out means it, whether or not the network takes it in.
addEventListener("submit", (event) => {
  if (signOut && new URL(event.target.action, location.href).pathname === signOut) forgetCopies();
});

// The number on the icon, and what still hangs in the system's list of messages, follow the number in the rail.
const rail = document.querySelector("[data-live='inbox:me']");
const count = () => Number.parseInt(rail.textContent.replace(/\D+/g, ""), 10) || 0;
if (rail) {
  tell({ say: "waits", count: count() });
  rail.addEventListener("htmx:afterSwap", () => tell({ say: "waits", count: count() }));
}
