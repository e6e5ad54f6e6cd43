// Short messages at the foot of the page. Not here: deciding what to say.
const SHOWN_MS = 6000;
const timers = new Map();

export function say(message, isRefusal = false) {
  const flag = document.getElementById(isRefusal ? "refused" : "said");
  flag.textContent = message;
  flag.hidden = false;
  clearTimeout(timers.get(flag));
  timers.set(flag, setTimeout(() => { flag.hidden = true; }, isRefusal ? SHOWN_MS * 2 : SHOWN_MS));
}
