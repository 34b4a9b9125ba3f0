// "Copy the link" copies it; without script the link leads to the post, and the address line holds it.
async function copy(event, link) {
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
    document.querySelector("junto-toasts")?.say({ text: document.querySelector("[data-copied]").dataset.copied });
  } catch {
    location.href = link.href; // not allowed to use the clipboard
  }
}

// "Comment" brings the form to where one pressed, under the comments so far; without script it leads to a page of its own.
async function write(event, link) {
  event.preventDefault();
  const comments = link.closest(".post").querySelector(":scope > .replies");
  if (!comments.nextElementSibling) await htmx.ajax("GET", `${link.pathname}?write`, { target: comments, swap: "afterend" });
  comments.nextElementSibling?.querySelector("textarea").focus();
}

document.addEventListener("click", (event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // it is to open elsewhere
  const link = event.target.closest?.("a[data-copies], a[data-writes]");
  if (link && "copies" in link.dataset && navigator.clipboard) copy(event, link);
  if (link && "writes" in link.dataset && globalThis.htmx) write(event, link);
});
