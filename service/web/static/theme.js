// Picks light or dark before the first paint; the host may say otherwise later. Not here: anything that talks to the host.
(() => {
  const root = document.documentElement;
  const wanted = "light:light dark:dark spacing:spacing shape:shape typography:typography";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let hostDecided = false;

  const settle = () => {
    const mode = root.dataset.colorMode;
    if (mode !== "light" && mode !== "dark") root.dataset.colorMode = system.matches ? "dark" : "light";
    const theme = root.dataset.theme ?? "";
    const missing = wanted.split(" ").filter((part) => !theme.includes(`${part.split(":")[0]}:`));
    if (missing.length) root.dataset.theme = `${theme} ${missing.join(" ")}`.trim();
  };
  const follow = () => {
    if (!hostDecided) root.dataset.colorMode = system.matches ? "dark" : "light";
  };
  follow();
  system.addEventListener("change", follow);
  new MutationObserver(settle).observe(root, { attributes: true, attributeFilter: ["data-color-mode", "data-theme"] });
  window.northstarTheme = { hostDecides: () => { hostDecided = true; } };
})();
