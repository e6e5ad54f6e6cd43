// The planning room: the shared clock, the desk that follows the step, acts that are sent once however often they are tried.
import { say } from "./flags.js";

const RETRY_MS = 2000;
let clockEndsAt = null;
let isPaused = false;
let leftWhenPaused = 0;
let pressed = "";

const isAct = (elt) => elt?.hasAttribute?.("data-act") ?? false;
const newId = () => crypto.randomUUID().replaceAll("-", "");
const desk = () => document.getElementById("room-desk");

// A message keeps its act id until it was answered: sent again after a lost answer, it is done once.
function nameTheAct(event) {
  const { elt, parameters } = event.detail;
  if (!isAct(elt)) return;
  elt.dataset.actId ??= newId();
  parameters.act_id = elt.dataset.actId;
  pressed = document.activeElement === elt ? elt.id : "";
}

// A button is disabled while its act is under way and drawn anew afterwards; who pressed it by keyboard stays on it.
function focusThePressed() {
  if (pressed && (document.activeElement ?? document.body) === document.body) document.getElementById(pressed)?.focus({ preventScroll: true });
}

function settleAct(event) {
  const { elt, xhr } = event.detail;
  if (isAct(elt)) focusThePressed();
  if (!isAct(elt) || !xhr || xhr.status === 0 || xhr.status === 401) return;
  if (xhr.status === 503 || xhr.status === 429) return retry(elt);
  delete elt.dataset.actId;
  elt.classList.remove("is-waiting");
  if (xhr.status >= 300) return; // htmx calls 422 a success: our forms are drawn again with it
  const form = elt.closest("form");
  if (!form) return;
  tell(form, "");
  if (form.hasAttribute("data-clears")) {
    form.reset();
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
  } else {
    takeAsSaved(form);
    if (isTyped()) keepDesk();
    else if (!isAsking) fetchDesk();
  }
}

// What was accepted is no longer "typed": only what other forms of the desk hold keeps the desk from being drawn anew.
function takeAsSaved(form) {
  for (const field of form.querySelectorAll("textarea, input:not([type=hidden])")) {
    if (field.type === "checkbox" || field.type === "radio") field.defaultChecked = field.checked;
    else field.defaultValue = field.value;
  }
}

// A button that was drawn anew while its act was under way hears no answer; what the answer says is said for it.
function listenInPlaceOf(event) {
  const { elt, xhr } = event.detail;
  if (!isAct(elt)) return;
  xhr.addEventListener("loadend", () => {
    if (elt.isConnected) return;
    if ([0, 429, 503].includes(xhr.status)) retry(elt);
    else tellInPlaceOf(xhr);
  });
}

function tellInPlaceOf(xhr) {
  const said = JSON.parse(xhr.getResponseHeader("HX-Trigger") ?? "{}");
  for (const [name, value] of Object.entries(said)) {
    const detail = typeof value === "object" ? value : { value };
    document.body.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

function retry(elt) {
  elt.classList.add("is-waiting");
  const form = elt.closest("form");
  if (form) tell(form, "Not sent yet: Northstar can't be reached. It is tried again by itself; leave this open.");
  setTimeout(() => {
    const now = elt.isConnected ? elt : document.getElementById(elt.id);
    if (!now) return;
    now.dataset.actId = elt.dataset.actId; // the same act, though its button was drawn anew
    htmx.trigger(now, now.dataset.again ?? (now.matches("form") ? "submit" : "click"));
  }, RETRY_MS);
}

function tell(form, message, field = "") {
  const place = form.querySelector(".says");
  if (place) { place.textContent = message; place.hidden = !message; }
  for (const wrong of form.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
  const named = field && form.elements[field];
  if (named?.setAttribute) { named.setAttribute("aria-invalid", "true"); named.focus(); }
}

function refused(event) {
  const { detail, field } = event.detail;
  const form = event.target.closest?.("form");
  if (form?.querySelector(".says")) tell(form, detail, field);
  else say(detail, true);
}

function isTyped() {
  return [...(desk()?.querySelectorAll("textarea, input:not([type=hidden])") ?? [])]
    .some((field) => (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
}

function fetchDesk() {
  const place = desk();
  if (place?.dataset.url) htmx.ajax("GET", place.dataset.url, { target: place, swap: "outerHTML" });
}

function keepDesk() {
  const note = desk()?.querySelector(".desk-kept");
  if (note) note.hidden = false;
}

// Two answers for the desk may be under way: only the one asked for last is put there, and none over what was typed meanwhile.
let lastAsked = null;
let isAsking = false;
let wasTyped = false;
function askForDesk(event) {
  if (event.detail.target?.id !== "room-desk" || event.defaultPrevented) return;
  const { xhr } = event.detail;
  lastAsked = xhr;
  isAsking = true;
  // Told by the request itself: the button that asked may be gone by then, and what is gone tells nobody.
  xhr.addEventListener("loadend", () => {
    if (xhr !== lastAsked) return;
    isAsking = false;
    followTheStep();
  });
  wasTyped = isTyped();
}

function putOnDesk(event) {
  if (event.detail.target?.id !== "room-desk") return;
  if (event.detail.xhr !== lastAsked) event.detail.shouldSwap = false;
  else if (!wasTyped && isTyped()) {
    event.detail.shouldSwap = false;
    keepDesk();
  }
}

// A stage drawn anew between a press and its release would swallow the click: it waits until the finger is up.
let isPressing = false;
function holdWhilePressing(event) {
  if (isPressing && event.detail.elt?.id === "room-live") event.preventDefault();
}
function holdAnswer(event) {
  if (isPressing && event.detail.target?.id === "room-live") event.detail.shouldSwap = false;
}

// A value that somebody has filed already fills the form in one press.
function fillForm(event) {
  const button = event.target.closest("[data-fills]");
  const form = button?.closest("form");
  if (!form) return;
  for (const [name, value] of Object.entries(JSON.parse(button.dataset.fills))) {
    const field = form.elements[name];
    if (!field) continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  form.elements.target?.focus();
}

// Nor does opening another thing throw away what was typed.
function keepWhatIsTyped(event) {
  const { elt, target } = event.detail;
  const note = desk()?.querySelector(".desk-kept");
  if (target?.id !== "room-desk" || !elt.closest?.("#room-live") || !note || !isTyped()) return;
  event.preventDefault();
  keepDesk();
  note.querySelector("button").focus();
}

// Who opens something on the desk goes on writing there, wherever it stands on the page.
function focusTheDesk(event) {
  if (event.detail.target?.id !== "room-desk" || !event.detail.requestConfig?.elt?.closest("#room-live")) return;
  const place = desk();
  place?.scrollIntoView({ block: "nearest" });
  place?.querySelector("textarea, select, input:not([type=hidden], :disabled)")?.focus();
}

// The desk changes with the step, but never under somebody's hands.
function followTheStep() {
  const live = document.getElementById("room-live");
  const place = desk();
  if (isAsking || !live || !place?.dataset.desk || place.dataset.desk === live.dataset.desk) return;
  const note = place.querySelector(".desk-moved");
  if (isTyped() && note) note.hidden = false;
  else fetchDesk();
}

function readClock() {
  const clock = document.querySelector(".room-clock");
  if (!clock) { clockEndsAt = null; return; }
  const left = Number(clock.dataset.left);
  isPaused = clock.hasAttribute("data-paused");
  leftWhenPaused = left;
  clockEndsAt = performance.now() + left * 1000;
  tick();
}

function tick() {
  const place = document.querySelector(".room-time");
  if (!place || clockEndsAt === null) return;
  const left = isPaused ? leftWhenPaused : (clockEndsAt - performance.now()) / 1000;
  const whole = Math.floor(Math.abs(left));
  place.textContent = `${left < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  const clock = place.closest(".room-clock");
  const isOver = left < 0;
  if (isOver && !clock.classList.contains("is-over")) say("The time of this step is up.");
  clock.classList.toggle("is-over", isOver);
  clock.classList.toggle("is-near", !isOver && left <= 60);
}

export function keepRoom() {
  document.addEventListener("htmx:configRequest", nameTheAct);
  document.addEventListener("htmx:afterRequest", settleAct);
  document.addEventListener("htmx:sendError", (event) => { if (isAct(event.detail.elt)) retry(event.detail.elt); });
  document.addEventListener("room:refused", refused);
  document.addEventListener("htmx:afterSettle", focusThePressed);
  document.addEventListener("focusin", (event) => { if (event.target.id !== pressed) pressed = ""; });
  document.addEventListener("htmx:beforeRequest", keepWhatIsTyped);
  document.addEventListener("htmx:beforeRequest", listenInPlaceOf);
  document.addEventListener("htmx:beforeRequest", askForDesk);
  document.addEventListener("htmx:beforeSwap", putOnDesk);
  document.addEventListener("htmx:beforeRequest", holdWhilePressing);
  document.addEventListener("htmx:beforeSwap", holdAnswer);
  document.addEventListener("pointerdown", () => { isPressing = true; });
  for (const released of ["pointerup", "pointercancel", "dragend", "blur"]) window.addEventListener(released, () => { isPressing = false; });
  document.addEventListener("click", fillForm);
  document.addEventListener("htmx:afterSettle", focusTheDesk);
  document.addEventListener("htmx:afterSettle", () => { readClockWhenNew(); followTheStep(); tellZone(); });
  document.addEventListener("click", (event) => { if (event.target.closest("[data-desk-anew]")) fetchDesk(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isTyped() && event.target.closest?.("#room-desk")?.querySelector(".desk-away")) fetchDesk();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches?.("[data-sends]")) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  });
  setInterval(tick, 250);
  readClockWhenNew();
}

let seen = null;
function readClockWhenNew() {
  const live = document.getElementById("room-live");
  if (live !== seen) { seen = live; readClock(); }
}

function tellZone() {
  for (const field of document.querySelectorAll("[data-zone-name]")) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  for (const field of document.querySelectorAll("[data-zone]")) {
    const zone = field.form?.elements.zone_minutes;
    const at = field.value ? new Date(field.value) : new Date();
    if (zone) zone.value = String(at.getTimezoneOffset());
    field.onchange ??= tellZone;
  }
}
