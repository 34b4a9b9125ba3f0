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
  const { target, xhr } = event.detail;
  if (active && active !== document.body && target?.contains(active)) before = { xhr, wanted: traits(active), part: target.id };
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!before || before.xhr !== event.detail.xhr) return; // another part was swapped in between
  const { wanted, part: id } = before;
  before = null;
  if (document.activeElement && document.activeElement !== document.body) return;
  const part = (id && document.getElementById(id)) || event.detail.elt;
  const next = find(part, wanted) ?? part;
  if (next === part && !part.hasAttribute("tabindex")) part.tabIndex = -1;
  next.focus({ preventScroll: true });
});
