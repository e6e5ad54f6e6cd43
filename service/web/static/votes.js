// Sealed votes: the seal is made here, the vote leaves this browser only when everybody opens theirs.
// Must agree with service/domain/calibration/votes.py: SHA-256 of key result, voter, confidence as Python writes it, nonce.
const keyOf = (keyResultId, seal) => `northstar.vote.${keyResultId}.${seal}`;

function written(confidence) {
  return Number.isInteger(confidence) ? `${confidence}.0` : String(confidence);
}

async function sealOf({ keyResultId, voter, confidence, nonce }) {
  const bytes = new TextEncoder().encode([keyResultId, voter, written(confidence), nonce].join("\n"));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Before the form is sent: the number stays here, its seal goes.
async function sealBeforeSending(event) {
  const field = event.detail.elt.querySelector?.("[data-confidence]");
  if (!field || !event.detail.elt.matches("form")) return;
  event.preventDefault();
  const percent = Number(field.value);
  const isAnswered = field.value !== "" && Number.isInteger(percent) && percent >= 0 && percent <= 100;
  field.toggleAttribute("aria-invalid", !isAnswered);
  const place = event.detail.elt.querySelector(".says");
  place.textContent = isAnswered ? "" : "Give a whole number from 0 to 100.";
  place.hidden = isAnswered;
  if (!isAnswered) { field.setAttribute("aria-invalid", "true"); field.focus(); return; }
  const vote = { keyResultId: field.dataset.confidence, voter: field.dataset.voter, confidence: percent / 100, nonce: crypto.randomUUID() };
  const seal = await sealOf(vote);
  localStorage.setItem(keyOf(vote.keyResultId, seal), JSON.stringify({ confidence: vote.confidence, nonce: vote.nonce }));
  event.detail.elt.elements.seal.value = seal;
  event.detail.issueRequest(true);
}

function secretOf(button) {
  const ballot = button.closest("[data-my-seal]");
  const kept = ballot && localStorage.getItem(keyOf(ballot.dataset.voteOn, ballot.dataset.mySeal));
  return kept ? JSON.parse(kept) : null;
}

const isReveal = (elt) => elt?.id?.startsWith("reveal-") && elt.closest("[data-my-seal]");

function addTheSecret(event) {
  const { elt, parameters } = event.detail;
  if (!isReveal(elt)) return;
  const secret = secretOf(elt);
  if (!secret) { event.preventDefault(); return; }
  parameters.confidence = written(secret.confidence);
  parameters.nonce = secret.nonce;
}

// As soon as the facilitator opens the votes every browser shows its own: once a seal, the button stays for a second try.
const opened = new Set();
function openMine() {
  for (const button of document.querySelectorAll("[data-my-seal] [id^='reveal-']")) {
    const { mySeal } = button.closest("[data-my-seal]").dataset;
    if (opened.has(mySeal)) continue;
    if (secretOf(button)) {
      opened.add(mySeal);
      button.click();
    } else {
      button.hidden = true;
      const lost = button.parentElement.querySelector("[data-vote-lost]");
      if (lost) lost.hidden = false;
    }
  }
}

export function keepVotes() {
  document.addEventListener("htmx:confirm", sealBeforeSending);
  document.addEventListener("htmx:configRequest", addTheSecret);
  document.addEventListener("htmx:load", openMine);
}
