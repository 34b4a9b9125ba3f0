// Acts only when somebody presses the button or chooses it from the menu; reads nothing of a page but what the browser hands over then.

import { quoted, shareAddress } from "./carrying.js";

const browser = globalThis.browser ?? globalThis.chrome;
const MENU = [
  ["page", "ask", ["page"]],
  ["selection", "askAboutSelection", ["selection"]],
  ["link", "askAboutLink", ["link"]],
];

browser.runtime.onInstalled.addListener(({ reason }) => {
  browser.contextMenus.removeAll().then(() => {
    for (const [id, message, contexts] of MENU) browser.contextMenus.create({ id, contexts, title: browser.i18n.getMessage(message) });
  });
  if (reason === "install") browser.runtime.openOptionsPage();
});

browser.action.onClicked.addListener((tab) => carry(tab, { title: tab.title, url: tab.url }));

browser.contextMenus.onClicked.addListener((chosen, tab) => {
  if (chosen.menuItemId === "link") return carry(tab, { text: chosen.selectionText ?? "", url: chosen.linkUrl });
  return carry(tab, { title: tab.title, text: quoted(chosen.selectionText ?? ""), url: chosen.pageUrl });
});

async function carry(tab, said) {
  const { house } = await browser.storage.local.get("house");
  if (!house) return browser.runtime.openOptionsPage();
  return browser.tabs.create({ url: shareAddress(house, said), index: tab.index + 1 });
}
