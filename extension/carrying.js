// What is carried from a page to Junto, and where to. Nothing here touches the browser.

const LONGEST_TITLE = 200;
const LONGEST_ADDRESS = 1500;
const LONGEST_QUERY = 6000; // every server in between takes an address of this length

// The address of a Junto as it is kept, or an empty string: https, or this very machine.
export function houseFrom(typed) {
  const words = typed.trim();
  let address;
  try {
    address = new URL(/^[a-z]+:\/\//i.test(words) ? words : `https://${words}`);
  } catch {
    return "";
  }
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  const isSafe = address.protocol === "https:" || (address.protocol === "http:" && isHere);
  return isSafe && !address.username && !address.password ? address.origin : "";
}

// Lines that somebody else wrote, as a quotation.
export function quoted(text) {
  const words = text.trim();
  return words && words.replace(/^/gm, "> ");
}

// The page of that Junto on which a person sees what they bring along, before anything is asked.
export function shareAddress(house, { title = "", text = "", url = "" }) {
  for (let room = text.length; ; room >>= 1) {
    const said = { title: title.slice(0, LONGEST_TITLE), text: text.slice(0, room), url: url.slice(0, LONGEST_ADDRESS) };
    const query = String(new URLSearchParams(said));
    if (query.length < LONGEST_QUERY || !room) return `${house}/share/?${query}`;
  }
}
