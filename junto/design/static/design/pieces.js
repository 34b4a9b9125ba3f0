// Sends a file in pieces and goes on where it stopped: after a lost connection by itself, after a closed tab when it is chosen again.
import { isSignedOut, token } from "./requests.js";

const LONGEST_WAIT = 15_000;
const FINAL = "final";

export const isFinal = (error) => error.cause === FINAL;

export class Pieces {
  // `begin`: where it begins; `words`: what is said when the connection is lost or somebody is signed out; `tell`: how much is here.
  constructor(begin, words, { say, tell }) {
    Object.assign(this, { begin, words, say, tell });
  }

  // What the server says of the whole; nothing when it is not wanted any more. Throws what `isFinal` knows when it is refused.
  async send(file, isWanted) {
    const first = () => this.#first(file, isWanted);
    let state = await first();
    while (isWanted() && state.arrived < state.size) {
      this.tell(state);
      state = (await this.#piece(file, state, isWanted)) ?? (await first());
    }
    return isWanted() ? state : null;
  }

  #first(file, isWanted) {
    const fields = new URLSearchParams({ mark: `${file.size}-${file.lastModified}`, size: file.size });
    return this.#patiently(isWanted, () => fetch(this.begin, posting(fields)));
  }

  // Nothing when what was sent is not there any more: then it begins anew.
  #piece(file, { key, arrived, size, piece }, isWanted) {
    const end = Math.min(arrived + piece, size);
    const range = { "Content-Range": `bytes ${arrived}-${end - 1}/${size}`, "Content-Type": "application/octet-stream" };
    return this.#patiently(isWanted, () => fetch(`${this.begin}${key}/`, posting(file.slice(arrived, end), range)));
  }

  // Tries until there is an answer that means something, with longer and longer pauses, or at once when the connection is back.
  async #patiently(isWanted, attempt) {
    for (let wait = 1000; isWanted(); wait = Math.min(wait * 2, LONGEST_WAIT)) {
      const answer = await attempt().catch(() => null);
      if (answer && isSignedOut(answer)) this.say(this.words.signedOut);
      else if (answer?.ok || answer?.status === 409) return answer.json();
      else if (answer?.status === 404) return null;
      else if (answer?.status === 422) throw refusal((await answer.json()).trouble);
      else this.say(this.words.lost);
      await pause(wait);
    }
    return { arrived: 0, size: 0 };
  }
}

export const refusal = (words) => new Error(words, { cause: FINAL });

const posting = (body, headers = {}) => ({ method: "POST", body, headers: { "X-CSRFToken": token(), "X-Requested-With": "fetch", ...headers } });

const pause = (wait) =>
  new Promise((go) => {
    const timer = setTimeout(go, wait);
    addEventListener("online", () => (clearTimeout(timer), go()), { once: true });
  });
