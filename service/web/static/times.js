// Instants in the reader's own zone and words. Not here: deciding what an instant means.
const asSaid = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const withZone = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

export function tellLocalTimes(root) {
  for (const place of root.querySelectorAll("time[data-local]")) {
    const at = new Date(place.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    place.textContent = asSaid.format(at);
    place.title = withZone.format(at);
    place.removeAttribute("data-local");
  }
}
