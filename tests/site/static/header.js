// The site header: who sits at the browser, and light or dark. Not here: iframes (host.js).
"use strict";

document.querySelectorAll("[data-switch-to]").forEach((button) => {
  button.addEventListener("click", async () => {
    await fetch("/_browser/user", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ account_id: button.dataset.switchTo }),
    });
    location.reload();
  });
});

document.getElementById("theme-toggle").addEventListener("click", () => {
  const next = window.site.currentTheme() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  document.cookie = `site.theme=${next};path=/;max-age=31536000;samesite=lax`;
  window.site.tellAll("theme_changed", next);
});

// A menu closes when one clicks elsewhere or presses Escape.
const menus = document.querySelectorAll("details.menu");
document.addEventListener("click", (event) => {
  menus.forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") menus.forEach((menu) => { menu.open = false; });
});
