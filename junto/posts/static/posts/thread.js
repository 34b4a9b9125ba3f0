// "Copy the link" copies it; without script the link leads to the post, and the address line holds it.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-copies]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
    document.querySelector("junto-toasts")?.say({ text: document.querySelector("[data-copied]").dataset.copied });
  } catch {
    location.href = link.href; // not allowed to use the clipboard
  }
});

// A form that was fetched to the place where one pressed is there to be written in.
document.addEventListener("htmx:afterSettle", (event) => {
  const box = event.target.closest?.(".write-here")?.querySelector("textarea");
  if (box) box.focus();
});
