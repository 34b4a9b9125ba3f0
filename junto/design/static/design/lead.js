// One tab of the browser leads until it closes. Web Locks decide where the browser has them (a secure origin);
// on plain http in a house network a lease in localStorage does, renewed every two seconds and good for six.
const RENEW = 2000;
const LEASE = 6000;

// Calls `begin` once this tab leads and `end` when it leaves.
export function lead(name, begin, end) {
  if (navigator.locks) navigator.locks.request(name, () => untilLeaving(begin, end));
  else leadByLease(name, begin, end);
}

function untilLeaving(begin, end) {
  begin();
  return new Promise((release) =>
    addEventListener(
      "pagehide",
      () => {
        end();
        release();
      },
      { once: true },
    ),
  );
}

function leadByLease(name, begin, end) {
  const me = String(Math.random());
  const key = `${name}:lease`;
  let leads = false;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? { until: 0 };
    } catch {
      return { until: 0 };
    }
  };
  const look = () => {
    const { by, until } = read();
    if (by !== me && until > Date.now()) return;
    localStorage.setItem(key, JSON.stringify({ by: me, until: Date.now() + LEASE }));
    if (!leads && by === me) {
      leads = true; // two tabs may write at once; who still stands there at the next look has won
      begin();
    }
  };
  const timer = setInterval(look, RENEW);
  look();
  const leave = () => {
    clearInterval(timer);
    if (leads) localStorage.removeItem(key);
    if (leads) end();
  };
  addEventListener("pagehide", leave, { once: true });
}
