// Keeps a page true while somebody watches: asks every second, swaps what differs, marks what changed.
// Not here: editing (issue.js, page.js). A part that is being edited is left alone.
"use strict";

const source = document.body.dataset.live;
let etag = "";

function isBusy(element) {
  if (element.querySelector(".inline-form")) return true;
  return element.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
}

function mark(element) {
  element.classList.remove("changed");
  void element.offsetWidth; // restart the animation
  element.classList.add("changed");
}

// Swap one fragment; unchanged frames and opened sections of it stay as they are.
function swap(element, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const open = new Set([...element.querySelectorAll("details[open][data-key]")].map((kept) => kept.dataset.key));
  const before = new Map([...element.querySelectorAll("[data-value]")].map((kept) => [kept.dataset.value, kept.textContent]));
  const rows = new Map([...element.querySelectorAll("td, th, .lozenge")].map((kept, at) => [at, kept.textContent]));
  element.replaceChildren(fresh.content);
  element.querySelectorAll("details[data-key]").forEach((kept) => { if (open.has(kept.dataset.key)) kept.open = true; });
  element.querySelectorAll("[data-value]").forEach((kept) => {
    if (before.has(kept.dataset.value) && before.get(kept.dataset.value) !== kept.textContent) mark(kept);
  });
  element.querySelectorAll("td, th, .lozenge").forEach((kept, at) => {
    if (rows.has(at) && rows.get(at) !== kept.textContent) mark(kept);
  });
  window.site.mountAll(element);
  document.dispatchEvent(new CustomEvent("site:swapped", { detail: element }));
}

async function look() {
  if (document.hidden) return;
  const reply = await fetch(source, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
  if (reply.status === 304 || !reply.ok) return;
  const { fragments } = await reply.json();
  let allTaken = true;
  for (const [name, { hash, html }] of Object.entries(fragments)) {
    const element = document.querySelector(`[data-fragment="${name}"]`);
    if (!element || element.dataset.hash === hash) continue;
    if (isBusy(element)) { allTaken = false; continue; }
    swap(element, html);
    element.dataset.hash = hash;
  }
  if (allTaken) etag = reply.headers.get("ETag") || "";
}

async function watch() {
  try { await look(); } catch { /* the site restarts now and then; the next look will tell */ }
  setTimeout(watch, 1000);
}

window.site.look = look;
if (source) watch();
