// Light, dark, or what the system says until somebody chooses. Loaded before the first paint, so that no page flashes.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try {
      return localStorage.getItem("junto:theme");
    } catch {
      return null; // storage may be forbidden; then the system decides
    }
  };
  const theme = kept();
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-theme-toggle]")) return;
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("junto:theme", root.dataset.theme);
    } catch {
      return; // holds for this page only
    }
  });
  addEventListener("storage", (event) => {
    if (event.key === "junto:theme" && event.newValue) root.dataset.theme = event.newValue;
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-theme-toggle]")) button.hidden = false;
  });
})();
