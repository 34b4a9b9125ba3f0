// Lists the copies that are in this browser, with the titles they had. There are only ever those of one person.
const COPIES = "junto-copies:";
const itself = document.getElementById("itself");
const list = document.getElementById("copies-list");

if (location.pathname !== itself.dataset.address) {
  itself.hidden = true;
  document.getElementById("instead").hidden = false;
}

const titleOf = (text) => new DOMParser().parseFromString(text, "text/html").title.replace(/ · Junto$/, "");

const row = (address, title) => {
  const item = document.getElementById("copy-row").content.firstElementChild.cloneNode(true);
  Object.assign(item.querySelector("a"), { href: address, textContent: title });
  return item;
};

const shelf = (await caches.keys()).find((name) => name.startsWith(COPIES));
if (shelf) {
  const region = document.querySelector("junto-outbox");
  region.dataset.reader = shelf.slice(COPIES.length);
  region.draw?.();
  const cache = await caches.open(shelf);
  const copies = await Promise.all((await cache.keys()).map(async (asked) => [asked.url, await (await cache.match(asked)).text()]));
  list.append(...copies.reverse().map(([address, text]) => row(address, titleOf(text))));
  list.closest("section").hidden = !copies.length;
}
