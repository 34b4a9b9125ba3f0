// Calls from outside: what the system shows, one message for each thread; what is no news any more goes; the number on the icon.
{
  const WISH = "junto-called"; // who pressed "Tell me on this device" here: for them it goes on after they sign in again
  const NOTE = "/phone/devices/";

  const wished = async () => (await (await caches.match(NOTE, { cacheName: WISH }))?.text()) ?? "";

  const badge = (count) => (count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())?.catch(() => null);

  const closeBut = async (tags) => {
    for (const shown of await registration.getNotifications()) if (!tags.includes(shown.tag)) shown.close();
  };

  const key = (letters) => Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

  // A browser keeps one allowance, for one key. After the house has changed its own, the old one is worth nothing.
  const allowed = async (letters) => {
    const wanted = { userVisibleOnly: true, applicationServerKey: key(letters) };
    try {
      return await registration.pushManager.subscribe(wanted);
    } catch {
      await (await registration.pushManager.getSubscription())?.unsubscribe();
      return registration.pushManager.subscribe(wanted);
    }
  };

  const listen = async () => {
    const { token } = await (await fetch(JUNTO.outbox, { cache: "no-store" })).json();
    const { key: letters } = await (await fetch(JUNTO.devices)).json();
    const { endpoint, keys } = (await allowed(letters)).toJSON();
    const body = new URLSearchParams({ endpoint, ...keys });
    return (await fetch(JUNTO.devices, { method: "POST", headers: { "X-CSRFToken": token }, body })).ok;
  };

  const seen = async (address) => {
    const { token } = await (await fetch(JUNTO.outbox, { cache: "no-store" })).json();
    await fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" });
  };

  const open = async (address) => {
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const there = pages.find((page) => page.url === new URL(address, location).href);
    if (there) return there.focus();
    return clients.openWindow(address);
  };

  let looked = "";

  self.calls = {
    // What is told names all that still waits, so what was seen on another device goes from this one too.
    async came(told) {
      const { title, body, url, tag, at, lang, waits, tags, seen, seen_says } = told;
      await registration.showNotification(title, {
        ...{ body, tag, lang, icon: JUNTO.icon, badge: JUNTO.badge, timestamp: Date.parse(at), data: { url, seen } },
        actions: seen ? [{ action: "seen", title: seen_says }] : [],
      });
      await Promise.all([closeBut([...tags, tag]), badge(waits)]);
    },

    async pressed(shown, action) {
      shown.close();
      if (action === "seen") await seen(shown.data.seen);
      else await open(shown.data.url);
    },

    // An open page says how much waits. Only when something hangs on the screen is the server asked which.
    async settle(count) {
      await badge(count);
      if (!count) return closeBut([]);
      if (!(await registration.getNotifications()).length) return;
      const answer = await fetch(JUNTO.waiting);
      if (answer.ok && !answer.redirected) await closeBut((await answer.json()).tags);
    },

    async begin(reader) {
      await (await caches.open(WISH)).put(NOTE, new Response(reader));
      looked = reader;
      return listen().catch(() => false);
    },

    // Who reads is who pressed: the house is told anew once, for its session may be another one.
    async reads(reader) {
      if (looked === reader || Notification.permission !== "granted" || (await wished()) !== reader) return;
      looked = reader;
      await listen().catch(() => (looked = ""));
    },

    // Somebody else reads, or nobody: nothing of the former stays on the screen, and nothing more comes.
    async left() {
      looked = "";
      await Promise.all([closeBut([]), badge(0)]);
      await (await registration.pushManager?.getSubscription())?.unsubscribe();
    },
  };
}

addEventListener("push", (event) => event.waitUntil(calls.came(event.data.json())));
addEventListener("notificationclick", (event) => event.waitUntil(calls.pressed(event.notification, event.action)));
