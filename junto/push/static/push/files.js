// The files pages are made of. Names carry their hash once files are collected: those are taken from here first; in a house
// that is being worked on they are asked for, and only without a network taken from here.
{
  const FILES = "junto-files";
  const HASHED = /\.[0-9a-f]{12}\.[^/.]+$/;

  const fetchOne = async (cache, address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  };

  self.files = {
    async bring() {
      const cache = await caches.open(FILES);
      const missing = [];
      for (const file of JUNTO.files) if (!HASHED.test(file) || !(await cache.match(file))) missing.push(file);
      await Promise.all(missing.map((file) => fetchOne(cache, file)));
      await fetchOne(cache, JUNTO.offline, { credentials: "omit", cache: "reload" }); // as a stranger sees it: nobody's name is in it
    },

    async tidy() {
      const cache = await caches.open(FILES);
      const wanted = new Set([...JUNTO.files, JUNTO.offline].map((file) => new URL(file, location).href));
      for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
    },

    async answer(request) {
      const kept = await caches.match(request, { cacheName: FILES });
      if (kept && HASHED.test(new URL(request.url).pathname)) return kept;
      try {
        return await fetch(request);
      } catch (lost) {
        if (kept) return kept;
        throw lost;
      }
    },

    offline: () => caches.match(JUNTO.offline, { cacheName: FILES }),
  };
}
