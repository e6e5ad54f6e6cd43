// Fills in names and pictures: the server stores account ids only, names come from Jira when somebody looks.
const known = new Map();
const MOST_AT_ONCE = 90;

function initials(name) {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? "?") + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase();
}

function show(place, person) {
  place.querySelector(".person-name").textContent = person?.display_name ?? "Unknown person";
  const avatar = place.querySelector(".avatar");
  avatar.textContent = initials(person?.display_name ?? "?");
  if (!person?.avatar_url) return;
  const picture = new Image();
  picture.alt = "";
  picture.onload = () => avatar.replaceChildren(picture);
  picture.src = person.avatar_url;
}

export async function nameThePeople(root, freshToken) {
  const places = [...root.querySelectorAll("[data-account]:not([data-named])")];
  for (const place of places) place.dataset.named = "";
  const missing = [...new Set(places.map((place) => place.dataset.account))].filter((id) => !known.has(id));
  for (let start = 0; start < missing.length; start += MOST_AT_ONCE) {
    const ids = missing.slice(start, start + MOST_AT_ONCE);
    const query = new URLSearchParams(ids.map((id) => ["account_id", id]));
    try {
      const answer = await fetch(`/api/v1/people?${query}`, { headers: { Authorization: `JWT ${await freshToken()}` } });
      if (!answer.ok) throw new Error(answer.status);
      const found = new Map((await answer.json()).map((person) => [person.account_id, person]));
      for (const id of ids) known.set(id, found.get(id) ?? null);
    } catch {
      // Names are a courtesy: without them the page still works; the next refresh asks again.
      for (const place of places) delete place.dataset.named;
      return;
    }
  }
  for (const place of places) show(place, known.get(place.dataset.account));
}
