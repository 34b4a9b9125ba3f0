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

// The editor comes only to pages where somebody may write.
const fetchEditor = (within) => {
  if (within.querySelector("junto-editor")) import("./editor.js");
};
fetchEditor(document);
document.addEventListener("htmx:load", (event) => fetchEditor(event.detail.elt.parentNode ?? document));
