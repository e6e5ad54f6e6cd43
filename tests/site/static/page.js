// Ticking tasks on a wiki page. Not here: keeping the page fresh (live.js).
"use strict";

document.addEventListener("change", async (event) => {
  const box = event.target.closest("input[data-task]");
  if (!box) return;
  const reply = await fetch(`/wiki/_browser/pages/${document.body.dataset.page}/tasks/${encodeURIComponent(box.dataset.task)}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ done: box.checked }),
  });
  box.blur();
  if (!reply.ok) window.site.showFlag({ title: "The task was not saved", type: "error" });
  await window.site.look();
});
