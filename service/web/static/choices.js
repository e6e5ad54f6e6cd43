// Shows the fields that belong to what is chosen: data-when="direction:between,zone tracker_kind:jql". Hidden ones are not sent.
function settle(form) {
  for (const part of form.querySelectorAll("[data-when]")) {
    const isWanted = part.dataset.when.split(" ").every((rule) => {
      const [name, words] = rule.split(":");
      return words.split(",").includes(form.elements[name]?.value);
    });
    part.hidden = !isWanted;
    for (const field of part.querySelectorAll("input, select, textarea")) field.disabled = !isWanted;
  }
}

export function followChoices() {
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form");
    if (form) settle(form);
  });
  document.addEventListener("htmx:load", (event) => {
    const form = event.target.closest("form") ?? event.target.querySelector?.("form");
    if (form) settle(form);
  });
}
