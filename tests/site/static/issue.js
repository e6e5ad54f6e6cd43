// Inline editing on the issue view: click a value, type, press Enter. Not here: keeping it fresh (live.js).
"use strict";

const issueKey = document.body.dataset.issue;

async function send(path, body) {
  const reply = await fetch(`/_browser/issues/${issueKey}/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error((await reply.json()).message || "This could not be saved.");
}

function editorFor(button) {
  const { kind, raw } = button.dataset;
  const form = document.createElement("form");
  form.className = "inline-form";
  if (kind === "options") {
    const chosen = new Set((raw || "").split(","));
    const options = JSON.parse(button.dataset.options || "[]");
    if (!options.length) form.append(Object.assign(document.createElement("p"), { className: "muted", textContent: "There are no options yet." }));
    for (const option of options) {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"), { type: "checkbox", value: option.id, checked: chosen.has(option.id) });
      label.append(box, ` ${option.value}`);
      form.append(label);
    }
  } else {
    const input = Object.assign(document.createElement("input"), { type: "text", value: raw || "" });
    if (kind === "number") input.inputMode = "decimal";
    input.setAttribute("aria-label", button.getAttribute("aria-label") || button.dataset.edit);
    form.append(input);
  }
  const row = document.createElement("div");
  row.className = "inline-actions";
  const save = Object.assign(document.createElement("button"), { type: "submit", textContent: "✓", className: "button primary", title: "Save" });
  const cancel = Object.assign(document.createElement("button"), { type: "button", textContent: "✕", className: "button", title: "Cancel" });
  save.setAttribute("aria-label", "Save");
  cancel.setAttribute("aria-label", "Cancel");
  row.append(save, cancel);
  form.append(row);
  cancel.addEventListener("click", () => form.replaceWith(button));
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") form.replaceWith(button); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const value = kind === "options"
      ? [...form.querySelectorAll("input:checked")].map((box) => ({ id: box.value }))
      : form.querySelector("input").value;
    try {
      await send("fields", { field: button.dataset.edit, value });
      document.activeElement?.blur();
      form.replaceWith(button);
      await window.site.look();
    } catch (error) {
      form.querySelector(".field-error")?.remove();
      form.append(Object.assign(document.createElement("p"), { className: "field-error", textContent: error.message }));
    }
  });
  return form;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-edit]");
  if (!button) return;
  const form = editorFor(button);
  button.replaceWith(form);
  const first = form.querySelector("input");
  first?.focus();
  if (first?.type === "text") first.select();
});

document.addEventListener("change", async (event) => {
  const select = event.target.closest("select[data-status]");
  if (!select) return;
  select.blur();
  try {
    await send("status", { status: select.value });
  } catch (error) {
    window.site.showFlag({ title: "The status was not changed", body: error.message, type: "error" });
  }
  await window.site.look();
});
