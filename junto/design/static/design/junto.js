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

// The editor comes only to pages where somebody may write; a connection lost on the way is tried again when it is back.
const fetchEditor = () => {
  if (!document.querySelector("junto-editor")) return;
  import("./editor.js").catch(() => addEventListener("online", fetchEditor, { once: true }));
};
fetchEditor();
document.addEventListener("htmx:load", fetchEditor);
