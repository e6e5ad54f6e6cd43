// Files that only a person with a token may have: a link can't carry one, so the file is fetched and handed over.
import { say } from "./flags.js";

export function fetchFiles(freshToken) {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-file]");
    if (!button) return;
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.file, { headers: { Authorization: `JWT ${await freshToken()}` } });
      if (!answer.ok) throw new Error(answer.status);
      hand(await answer.blob(), button.dataset.name);
    } catch {
      say("The file could not be fetched. Try again in a moment.", true);
    } finally {
      button.disabled = false;
    }
  });
}

function hand(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
