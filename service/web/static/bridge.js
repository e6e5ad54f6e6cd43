// The one place that talks to the host: its script, tokens, theme and size. What is shown and polled is in live.js.
import { followChoices } from "./choices.js";
import { keepLive } from "./live.js";
import { nameThePeople } from "./people.js";
import { say } from "./flags.js";
import { keepRoom } from "./room.js";
import { tellLocalTimes } from "./times.js";
import { offerRewrites } from "./rewrites.js";
import { keepVotes } from "./votes.js";

const setting = (name) => document.querySelector(`meta[name="northstar-${name}"]`)?.content ?? "";
const LEEWAY_S = 30;
const HOME = "/plugins/servlet/ac/northstar/okr-home";
let token = null;
let freshUntil = 0;
let asking = null;

const host = new Promise((resolve) => {
  const script = document.createElement("script");
  script.src = setting("host-script");
  script.onload = () => resolve(window.AP ?? null);
  script.onerror = () => resolve(null);
  document.head.append(script);
});

function lifetimeSeconds(jwt) {
  const claims = JSON.parse(atob(jwt.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  return Math.max(0, (claims.exp ?? 0) - (claims.iat ?? 0));
}

async function askForToken() {
  const AP = await host;
  if (!AP?.context?.getToken) throw new Error("no host");
  token = await AP.context.getToken();
  // The host's clock made `exp`; only the difference is comparable with ours.
  freshUntil = performance.now() + (lifetimeSeconds(token) - LEEWAY_S) * 1000;
  return token;
}

export function freshToken() {
  if (token && performance.now() < freshUntil) return Promise.resolve(token);
  asking ??= askForToken().finally(() => { asking = null; });
  return asking;
}

// Every request waits for a fresh token; htmx lets a request be continued later.
document.addEventListener("htmx:confirm", (event) => {
  if (token && performance.now() < freshUntil) return;
  event.preventDefault();
  freshToken().then(
    () => event.detail.issueRequest(!event.detail.question),
    () => { if (event.detail.verb !== "get") say("Open this page inside Jira or Confluence to change something.", true); },
  );
});
document.addEventListener("htmx:configRequest", (event) => {
  if (token) event.detail.headers.Authorization = `JWT ${token}`;
});
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) token = null;
});

function linkInto(root) {
  const site = setting("site");
  if (!site) return;
  for (const link of root.querySelectorAll("a[data-issue]")) {
    link.href = `${site}/browse/${encodeURIComponent(link.dataset.issue)}`;
    link.target = "_top";
  }
  for (const link of root.querySelectorAll("a[data-objective]")) {
    link.href = `${site}${HOME}?ac.objective=${encodeURIComponent(link.dataset.objective)}`;
    link.target = "_top";
  }
  for (const link of root.querySelectorAll("a[data-session]")) {
    link.href = `${site}${HOME}?ac.session=${encodeURIComponent(link.dataset.session)}`;
    link.target = "_top";
  }
}

function refreshed(root) {
  linkInto(root);
  tellLocalTimes(root);
  nameThePeople(root, freshToken);
}

async function settleIntoHost() {
  const AP = await host;
  if (!AP) return;
  window.northstarTheme?.hostDecides();
  AP.theming?.initializeTheming?.();
  const content = document.getElementById("content");
  const fit = () => AP.resize?.("100%", `${Math.ceil(content.getBoundingClientRect().height)}px`);
  new ResizeObserver(fit).observe(content);
  fit();
}

keepLive(refreshed);
followChoices();
keepRoom();
keepVotes();
offerRewrites();
refreshed(document);
settleIntoHost();
