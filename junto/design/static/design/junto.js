// The one entry of the page's script. Each module attaches itself to what the server sent.
import "./requests.js";
import "./acts.js";
import "./toasts.js";
import "./focus.js";
import "./floating.js";
import "./command.js";
import "./keys.js";
import "./live.js";
import { forgetTaken } from "./kept.js";

forgetTaken();

// The editor comes only to pages where somebody may write, copying only to where there is something to take along; a connection lost
// on the way is tried again when it is back.
const fetchMore = () => {
  const wanted = [];
  if (document.querySelector("junto-editor")) wanted.push(import("./editor.js"));
  if (document.querySelector("junto-copy")) wanted.push(import("./copy.js"));
  Promise.all(wanted).catch(() => addEventListener("online", fetchMore, { once: true }));
};
fetchMore();
document.addEventListener("htmx:load", fetchMore);
