// Takes the auditor's rewrite into the field that was judged; the person goes on editing from there.
export function offerRewrites() {
  document.addEventListener("click", (event) => {
    const offer = event.target.closest("[data-rewrite]");
    const field = offer?.closest("form")?.elements.title;
    if (!field) return;
    field.value = offer.dataset.rewrite;
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
