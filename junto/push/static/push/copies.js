// Copies of pages that one person opened in this browser, to be read without a network. The server says in a header who reads a page
// and whether it may be kept; there is never more than one reader's copies, and nothing of them once somebody else, or nobody, reads.
{
  const COPIES = "junto-copies:";
  const MOST = 80;
  const LARGEST = 600_000;
  const LONGEST = 14 * 24 * 3600 * 1000;
  const KEPT_AT = "Junto-Kept-At";
  const CARRIED = ["Content-Type", "Content-Language", "Content-Security-Policy"];
  const NO_MORE = [401, 403, 404, 410];

  const shelves = async () => (await caches.keys()).filter((name) => name.startsWith(COPIES));
  const keptAt = (copy) => Number(copy.headers.get(KEPT_AT));
  const isOld = (copy) => Date.now() - keptAt(copy) > LONGEST;
  const plain = (address) => address.split("#")[0];

  const keep = async (shelf, address, answer) => {
    const text = await answer.text();
    if (text.length > LARGEST) return;
    const carried = CARRIED.filter((name) => answer.headers.has(name)).map((name) => [name, answer.headers.get(name)]);
    const cache = await caches.open(shelf);
    await cache.delete(address); // put anew it stands last: the first ones are those read longest ago
    await cache.put(address, new Response(text, { headers: [...carried, [KEPT_AT, String(Date.now())]] }));
    await tidy(cache);
  };

  const tidy = async (cache) => {
    const requests = await cache.keys();
    const surplus = requests.length - MOST;
    for (const [at, request] of requests.entries()) {
      const copy = await cache.match(request);
      if (at < surplus || !copy || isOld(copy)) await cache.delete(request);
    }
  };

  // The page knows by `data-copy-of` that it is one, and says so.
  const shown = async (copy) => {
    const text = await copy.text();
    const when = new Date(keptAt(copy)).toISOString();
    return new Response(text.replace("<body", `<body data-copy-of="${when}"`), { headers: copy.headers });
  };

  self.copies = {
    wiped: 0,

    // After each answer of the network. One without the header is not from this house, and one that failed says nothing of who reads.
    async saw(asked, answer, began) {
      const reader = answer.headers.get("Junto-Reader");
      if (!reader || answer.status >= 500 || began < this.wiped) return;
      const mine = COPIES + reader;
      if (!(await shelves()).includes(mine)) await this.change(reader);
      if (reader === "nobody") return;
      if (NO_MORE.includes(answer.status)) return (await caches.open(mine)).delete(plain(asked));
      if (answer.ok && answer.headers.has("Junto-Keep")) await keep(mine, plain(asked), answer);
      await calls.reads(reader);
    },

    // Without the words behind `?` when there is no copy with them: the form for a question is the same whatever it was to begin with.
    async find(address) {
      for (const shelf of await shelves()) {
        const cache = await caches.open(shelf);
        const copy = (await cache.match(plain(address))) ?? (await cache.match(address.split("?")[0]));
        if (copy && !isOld(copy)) return shown(copy);
      }
      return null;
    },

    // Another person reads now, or nobody.
    async change(reader) {
      await this.wipe();
      if (reader !== "nobody") await caches.open(COPIES + reader);
    },

    // A page that was on its way before is not kept after.
    async wipe() {
      this.wiped = Date.now();
      for (const shelf of await shelves()) await caches.delete(shelf);
      await calls.left();
    },
  };
}
