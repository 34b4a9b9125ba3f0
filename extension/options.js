import { houseFrom } from "./carrying.js";

const browser = globalThis.browser ?? globalThis.chrome;
const says = (message) => browser.i18n.getMessage(message);
const [form, said] = [document.querySelector("form"), document.querySelector("#said")];

document.documentElement.lang = browser.i18n.getUILanguage();
document.documentElement.dir = says("@@bidi_dir");
for (const element of document.querySelectorAll("[data-says]")) element.textContent = says(element.dataset.says);

browser.storage.local.get("house").then(({ house }) => {
  form.elements.house.value = house ?? "";
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const house = houseFrom(form.elements.house.value);
  form.elements.house.setAttribute("aria-invalid", String(!house));
  if (house) {
    await browser.storage.local.set({ house });
    form.elements.house.value = house;
  }
  said.textContent = says(house ? "kept" : "noAddress");
});
