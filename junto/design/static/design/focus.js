// Focus is never lost after a part was swapped: it goes to the same thing in the new part, or to the part itself.
let before = null;

const traits = (element) => ({
  id: element.id,
  action: element.getAttribute("formaction"),
  href: element.getAttribute("href"),
  name: element.getAttribute("name"),
  text: element.textContent.trim(),
});

const same = (one, other) =>
  one.id
    ? one.id === other.id
    : (one.action && one.action === other.action) ||
      (one.href && one.href === other.href) ||
      (one.name && one.name === other.name && one.text === other.text);

const find = (within, wanted) =>
  [...within.querySelectorAll("a, button, input, textarea, select, summary")].find((each) => same(wanted, traits(each)));

document.addEventListener("htmx:beforeSwap", (event) => {
  const active = document.activeElement;
  before =
    active && active !== document.body && event.detail.target?.contains(active)
      ? { wanted: traits(active), part: event.detail.target.id }
      : null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!before || (document.activeElement && document.activeElement !== document.body)) return;
  const part = (before.part && document.getElementById(before.part)) || event.detail.elt;
  const next = find(part, before.wanted) ?? part;
  if (next === part && !part.hasAttribute("tabindex")) part.tabIndex = -1;
  next.focus({ preventScroll: true });
  before = null;
});
