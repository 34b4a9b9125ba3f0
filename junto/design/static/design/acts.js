// A verb is a button of the form `acts`. Without script it sends the form and a page comes back. Where a part says with
// `hx-target` where an answer goes, only that part is exchanged; `data-part` is short for a part whose answer takes its place.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[form='acts']");
  const part = button?.closest("[hx-target], [data-part]") ?? button?.closest("[hx-swap]");
  if (!part || "plain" in button.dataset || !globalThis.htmx) return;
  event.preventDefault();
  if (button.classList.contains("htmx-request")) return; // pressed twice, meant once
  const place = "part" in part.dataset ? { target: part, swap: "outerHTML" } : {};
  htmx.ajax("POST", button.getAttribute("formaction"), { source: button, event, ...place });
});
