// Keeps live regions up to date: polls with ETags, rests while nobody looks or somebody types, keeps what a person opened.
import { say } from "./flags.js";

const isPoll = (event) => event.detail.elt?.classList.contains("live") && event.detail.verb !== "post";
const isBusy = (region) => document.hidden || region.querySelector("form") !== null;

function openParts(region) {
  return [...region.querySelectorAll("details[open][id]")].map((part) => part.id);
}

export function keepLive(refreshed) {
  let reopen = [];

  document.addEventListener("htmx:confirm", (event) => {
    if (isPoll(event) && isBusy(event.detail.elt)) event.preventDefault();
  }, true);

  document.addEventListener("htmx:configRequest", (event) => {
    const { elt, headers } = event.detail;
    if (elt.classList.contains("live") && elt.dataset.etag) headers["If-None-Match"] = `"${elt.dataset.etag}"`;
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, xhr } = event.detail;
    // The same inside at a newer revision: the next poll asks with that one and costs the server nothing.
    if (elt.classList.contains("live") && xhr?.status === 304) {
      elt.dataset.etag = (xhr.getResponseHeader("ETag") ?? elt.dataset.etag).replace(/^(W\/)?"|"$/g, "");
    }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const region = event.detail.target.closest(".live");
    if (region && isPoll({ detail: { elt: event.detail.requestConfig?.elt, verb: event.detail.requestConfig?.verb } })) {
      // A form opened while the poll was under way must not be swept away.
      if (region.querySelector("form")) event.detail.shouldSwap = false;
    }
    reopen = region ? openParts(region) : [];
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    for (const id of reopen) document.getElementById(id)?.setAttribute("open", "");
    reopen = [];
    refreshed(document);
    const asked = event.detail.requestConfig?.elt;
    // A person who went to another view starts where it says, else at its heading; a poll moves nobody.
    if (asked && !asked.classList.contains("live") && (["closest .live", "#view"].includes(asked.getAttribute("hx-target")) || event.detail.target.id === "view")) {
      const start = document.querySelector(".live [data-start]");
      const heading = document.querySelector(".live h1, #view h1");
      if (!start) heading?.setAttribute("tabindex", "-1");
      (start ?? heading)?.focus();
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const form of document.querySelectorAll("form[data-fresh]")) {
      form.removeAttribute("data-fresh");
      const wrong = form.querySelector("[aria-invalid]");
      (wrong ?? form.querySelector("input:not([type=hidden]), select, textarea, button"))?.focus();
      form.scrollIntoView({ block: "nearest" });
    }
  });

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) close.closest("form")?.remove();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.target.closest?.("form:not(.act-form)")?.remove();
  });
  document.addEventListener("input", (event) => {
    const output = event.target.closest("form")?.querySelector(`output[for="${event.target.id}"]`);
    if (output) output.textContent = `${event.target.value} %`;
  });

  document.addEventListener("northstar:said", (event) => say(event.detail.value));
  document.addEventListener("northstar:refused", (event) => say(event.detail.value, true));
  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.requestConfig?.verb !== "get") say("Northstar cannot be reached. Nothing was saved; try again.", true);
  });
}
