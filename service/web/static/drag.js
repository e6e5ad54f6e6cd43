// Dragging a note to a theme: beside the Move… button, never instead of it. The theme sends the act; here it is told which note.
let dragged = null;

const zoneOf = (event) => event.target.closest?.("[data-drop]");

function letGo() {
  for (const elt of document.querySelectorAll(".is-over[data-drop]")) elt.classList.remove("is-over");
  document.getElementById(`note-${dragged}`)?.classList.remove("is-dragged");
  dragged = null;
}

export function keepDragging() {
  document.addEventListener("dragstart", (event) => {
    const note = event.target.closest?.("[data-note]");
    if (!note) return;
    dragged = note.dataset.note;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", note.dataset.note);
    note.classList.add("is-dragged");
  });
  document.addEventListener("dragover", (event) => {
    const zone = dragged && zoneOf(event);
    for (const elt of document.querySelectorAll(".is-over[data-drop]")) if (elt !== zone) elt.classList.remove("is-over");
    if (!zone) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    zone.classList.add("is-over");
  });
  document.addEventListener("drop", (event) => {
    const zone = dragged && zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.dataset.dropped = dragged;
    letGo();
    htmx.trigger(zone, "northstar:dropped");
  });
  document.addEventListener("dragend", letGo);
  document.addEventListener("htmx:configRequest", (event) => {
    const { elt, parameters } = event.detail;
    if (!elt.hasAttribute?.("data-drop")) return;
    parameters.note_id = elt.dataset.dropped;
    parameters.theme_id = elt.dataset.drop;
  });
  // A stage drawn anew would take the note out of the hand; the next poll brings it.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (dragged && event.detail.target.id === "room-live") event.detail.shouldSwap = false;
  });
}
