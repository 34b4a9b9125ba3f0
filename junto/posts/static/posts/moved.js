// A list that somebody reads does not move under their eyes: a line says that there is something new, and shows it when asked.
const WRITTEN = ["ThreadOpened", "PostWritten"];

document.addEventListener(
  "live",
  ({ target, detail }) => {
    if (target.dataset?.reveals !== undefined && (!detail.kind || WRITTEN.includes(detail.kind))) target.hidden = false;
  },
  true, // the event does not bubble
);
