// What every request of the page carries, and what is said when one does not go through.
import { forgetCopies } from "./worker.js";

export const token = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";

export const post = (url, fields, options = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "X-CSRFToken": token(), "X-Requested-With": "fetch" },
    body: new URLSearchParams(fields),
    ...options,
  });

// Signed out shows as 401 or 403, or as a redirect to the sign-in page that fetch has already followed.
export const isSignedOut = (response) => {
  const signIn = document.body.dataset.signIn;
  return (
    response.status === 401 ||
    response.status === 403 ||
    (response.redirected && signIn && new URL(response.url).pathname.startsWith(signIn))
  );
};

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token();
});

// A part whose session ended is answered with the whole sign-in page; that must not be put into the middle of this one.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const signIn = document.body.dataset.signIn;
  if (signIn && xhr.responseURL && new URL(xhr.responseURL).pathname.startsWith(signIn)) {
    event.detail.shouldSwap = false;
    forgetCopies();
    say("signedOut");
  }
});

document.addEventListener("htmx:responseError", (event) => {
  const isOut = event.detail.xhr.status === 401;
  if (isOut) forgetCopies();
  if (!isQuiet(event) && !waits(event)) say(isOut ? "signedOut" : "refused");
});
document.addEventListener("htmx:sendError", (event) => {
  if (!isQuiet(event) && !waits(event)) say("lost");
});

// What a part fetches by itself may fail in silence; what a person pressed may not.
const isQuiet = (event) => event.detail.requestConfig?.verb === "get";

// What is sent later is told of by the outbox, and what was refused as it stands by the server, on a page of its own.
const waits = (event) => {
  const { elt, xhr } = event.detail;
  return "held" in elt.dataset && (globalThis.outbox.isLater(xhr.status) || xhr.status === 422);
};

const say = (what) => {
  const region = document.querySelector("junto-toasts");
  if (region) region.say({ text: region.dataset[what] });
};
