// The one entry of the page's script. Each module attaches itself to what the server sent.
import "./requests.js";
import "./acts.js";
import "./toasts.js";
import "./focus.js";
import "./floating.js";
import "./command.js";
import "./keys.js";
import "./live.js";
import "./worker.js";
import "./waiting.js";
import "./later.js";
import { forgetTaken } from "./kept.js";

forgetTaken();

// What few pages need comes only to those: the editor, copying, sending files. A connection lost on the way is tried again when it is back.
const PARTS = { "junto-editor": () => import("./editor.js"), "junto-copy": () => import("./copy.js"), "junto-upload": () => import("./upload.js"), "junto-attach": () => import("./attach.js") };
const fetchMore = () => {
  const wanted = Object.keys(PARTS).filter((name) => document.querySelector(name));
  Promise.all(wanted.map((name) => PARTS[name]())).catch(() => addEventListener("online", fetchMore, { once: true }));
};
fetchMore();
document.addEventListener("htmx:load", fetchMore);
