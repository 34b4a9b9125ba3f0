"""Notices when something runs in a page that should not, is kept from running by the content policy, or could run if it were not."""

from playwright.sync_api import BrowserContext, Page

LISTEN = """
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => window.caught(`${name} was called`);
document.addEventListener("securitypolicyviolation", (event) => {
  window.caught(`${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
});
"""
# What can start a script stands in attributes and in a few elements; none of them has a place on a page of the house.
LOOK = r"""() => {
  const found = [];
  const ours = ":not([href^='/static/'], [rel='manifest'][href='/manifest.webmanifest'], [rel='alternate'][href^='/feeds/'])";
  const foreign = `script:not([src^='/static/']), link${ours}`;
  const starts = "iframe, frame, object, embed, applet, base, style, math, foreignObject, animate, set, meta[http-equiv], portal";
  const leads = /^(href|src|srcset|action|formaction|xlink:href|data|poster|background|hx-(get|post|put|patch|delete))$/i;
  const script = /^[\s\u0000-\u001f]*(javascript|vbscript|data:(?!image\/(png|jpeg|gif|webp)))/i;
  const runs = ({ name, value }) =>
    /^(on|hx-on|data-hx-on|style$|srcdoc$)/i.test(name) || (leads.test(name) && script.test(value.replace(/[\t\r\n]/g, "")));
  for (const each of document.querySelectorAll("*")) {
    for (const attribute of each.attributes) if (runs(attribute)) found.push(`${each.localName} ${attribute.name}=${attribute.value}`);
  }
  for (const each of document.querySelectorAll(`${starts}, ${foreign}`)) found.push(each.outerHTML.slice(0, 200));
  for (const each of document.querySelectorAll(".read *")) {
    const acts = [...each.attributes].find(({ name }) => /^(hx-|data-hx-|data-live|id$)/.test(name));
    if (acts) found.push(`${each.localName} ${acts.name} in a text`);
  }
  return found;
}"""


OF_ANOTHER_KIND = ("/from-any-page/", "/design/letters/")
"""A bookmark is a script by nature, and a letter carries its styles in itself; both are made of words of the house alone."""


class Detector:
    """Watches every page of one browser window."""

    def __init__(self, context: BrowserContext) -> None:
        self.caught: list[str] = []
        context.expose_binding("caught", lambda source, what: self.caught.append(f"{source['page'].url}: {what}"))
        context.add_init_script(LISTEN)

    def look(self, page: Page) -> None:
        """Looks over what the page holds now."""
        if not any(path in page.url for path in OF_ANOTHER_KIND):
            self.caught += [f"{page.url}: {what}" for what in page.evaluate(LOOK)]
