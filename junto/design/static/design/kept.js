// The browser's own copy of words that the server has not confirmed. One key for each person and place, so that
// two people on one machine never meet each other's words.
const person = document.querySelector('meta[name="person"]')?.content ?? "";
const TAKEN = "junto-taken";

const nameOf = (key) => `junto:draft:${person}:${key}`;

export function keep(key, text) {
  try {
    localStorage.setItem(nameOf(key), JSON.stringify({ text, at: Date.now() }));
    return true;
  } catch {
    return false; // storage full or forbidden
  }
}

export function keptFor(key) {
  try {
    return JSON.parse(localStorage.getItem(nameOf(key)));
  } catch {
    return null;
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    return; // nothing could be kept either
  }
}

// The server says with a cookie which words it has taken in; an error page or a lost connection says nothing.
export function forgetTaken() {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${TAKEN}=`));
  if (!found) return;
  forget(decodeURIComponent(found.slice(TAKEN.length + 1)).replace(/^"|"$/g, ""));
  document.cookie = `${TAKEN}=; max-age=0; path=/; samesite=lax`;
}
