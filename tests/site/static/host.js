// The site's side of the bridge: mounts the app's iframes and answers what they ask.
// Not here: the app's side (all.js), anything about issues or pages.
"use strict";

const frames = new Map(); // contentWindow → {element, holder, origin, product, params, module}

async function mount(holder) {
  if (holder.dataset.mounted) return;
  holder.dataset.mounted = "true";
  const { product, module } = holder.dataset;
  const params = JSON.parse(holder.dataset.params || "{}");
  const query = new URLSearchParams({ product, module, params: JSON.stringify(params) });
  const reply = await fetch(`/_browser/frame?${query}`);
  if (!reply.ok) {
    holder.textContent = (await reply.json()).message;
    holder.classList.add("ac-frame-error");
    return;
  }
  const { url } = await reply.json();
  const frame = document.createElement("iframe");
  frame.title = holder.dataset.title || module;
  frame.src = url;
  frame.loading = "eager";
  if (holder.dataset.height) frame.style.height = `${parseInt(holder.dataset.height, 10)}px`;
  holder.replaceChildren(frame);
  frames.set(frame.contentWindow, { element: frame, holder, origin: new URL(url).origin, product, params, module });
  frame.addEventListener("load", () => holder.classList.add("loaded"));
}

function mountAll(root = document) {
  root.querySelectorAll(".ac-frame").forEach(mount);
}

function currentTheme() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function tellAll(name, ...args) {
  for (const [window_, kept] of frames) window_.postMessage({ ap: "event", name, args }, kept.origin);
}

function contextOf({ product, params }) {
  if (product === "jira") {
    return {
      jira: {
        issue: params["issue.key"] ? { id: params["issue.id"], key: params["issue.key"] } : undefined,
        project: params["project.key"] ? { id: params["project.id"], key: params["project.key"] } : undefined,
      },
    };
  }
  return {
    confluence: {
      content: params["page.id"] ? { id: params["page.id"], type: "page", version: params["page.version"] } : undefined,
      space: params["space.key"] ? { key: params["space.key"] } : undefined,
      macro: params["macro.id"] ? { id: params["macro.id"] } : undefined,
    },
  };
}

function addressOf(target, context, kept) {
  const addon = context.addonKey || document.body.dataset.appKey;
  const rest = Object.entries(context.customData || context.context || {});
  const query = rest.map(([name, value]) => `ac.${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  switch (target) {
    case "issue": return `/browse/${encodeURIComponent(context.issueKey)}`;
    case "contentview": return `/wiki/pages/viewpage.action?pageId=${encodeURIComponent(context.contentId)}`;
    case "spaceview": return `/wiki/spaces/${encodeURIComponent(context.spaceKey)}`;
    case "dashboard": return "/";
    case "addonModule": case "addonmodule": {
      const prefix = kept.product === "confluence" ? "/wiki" : "";
      return `${prefix}/plugins/servlet/ac/${addon}/${encodeURIComponent(context.moduleKey)}${query ? `?${query}` : ""}`;
    }
    case "site": {
      const url = new URL(context.absoluteUrl || context.relativeUrl || "/", location.origin);
      if (url.origin !== location.origin) throw new Error("navigator.go: the address is on another site");
      return url.pathname + url.search + url.hash;
    }
    default: throw new Error(`navigator.go: unknown target ${target}`);
  }
}

async function asJson(path, options) {
  const reply = await fetch(path, options);
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply.json();
}

const answers = {
  ready: (kept) => { kept.holder.classList.add("loaded"); },
  token: async (kept) => {
    const query = new URLSearchParams({ product: kept.product, params: JSON.stringify(kept.params) });
    return (await asJson(`/_browser/token?${query}`)).token;
  },
  context: (kept) => contextOf(kept),
  user: async () => ({ atlassianAccountId: (await asJson("/_browser/me")).account_id }),
  theme: () => currentTheme(),
  resize: (kept, width, height) => {
    if (kept.holder.classList.contains("fills")) return;
    kept.element.style.height = `${Math.max(40, Math.min(20000, parseInt(height, 10) || 0))}px`;
  },
  sizeToParent: (kept) => { kept.holder.classList.add("fills"); kept.element.style.height = ""; },
  go: (kept, target, context) => { location.assign(addressOf(target, context || {}, kept)); },
  reload: () => { location.reload(); },
  href: () => location.href,
  location: (kept) => ({ target: "addonmodule", context: { addonKey: document.body.dataset.appKey, moduleKey: kept.module, context: kept.params } }),
  flag: (kept, flag) => { showFlag(flag); },
  closeFlag: (kept, id) => { document.getElementById(id)?.remove(); },
  emit: (kept, name, args) => { tellAll(name, ...args); },
  state: () => decodeURIComponent(location.hash.replace(/^#!?/, "")),
  setState: (kept, state) => { history.replaceState(null, "", `#!${encodeURIComponent(state)}`); },
  macroData: (kept) => kept.params,
  request: async (kept, wish) => {
    const url = new URL((kept.product === "confluence" ? "/wiki" : "") + wish.url, location.origin);
    if (url.origin !== location.origin) throw new Error("request: only addresses of this site");
    const headers = wish.data ? { "Content-Type": wish.contentType || "application/json" } : {};
    const reply = await fetch(url, { method: wish.type, body: wish.data, headers });
    if (!reply.ok) throw new Error(`request: ${reply.status}`);
    return { body: await reply.text() };
  },
};

window.addEventListener("message", async (event) => {
  const kept = frames.get(event.source);
  const message = event.data;
  if (!kept || event.origin !== kept.origin || message?.ap !== "request") return;
  const reply = { ap: "reply", id: message.id };
  try {
    if (!Object.hasOwn(answers, message.name)) throw new Error(`unknown request ${message.name}`);
    reply.value = await answers[message.name](kept, ...message.args);
  } catch (error) {
    reply.error = error.message;
  }
  event.source.postMessage(reply, event.origin);
});

function showFlag({ id, title, body, type = "info", close = "manual", actions }) {
  const flag = document.createElement("div");
  flag.className = `flag flag-${["info", "success", "warning", "error"].includes(type) ? type : "info"}`;
  flag.id = id || `flag-${Date.now()}`;
  flag.setAttribute("role", type === "error" ? "alert" : "status");
  const heading = document.createElement("strong");
  heading.textContent = title || "";
  const text = document.createElement("span");
  text.textContent = body || "";
  const shut = document.createElement("button");
  shut.type = "button";
  shut.setAttribute("aria-label", "Dismiss");
  shut.textContent = "×";
  shut.addEventListener("click", () => flag.remove());
  flag.append(heading, text, shut);
  for (const [key, label] of Object.entries(actions || {})) {
    const action = document.createElement("button");
    action.type = "button";
    action.className = "flag-action";
    action.textContent = label;
    action.addEventListener("click", () => tellAll("flag.action", { flagIdentifier: flag.id, actionIdentifier: key }));
    flag.append(action);
  }
  document.getElementById("flags").append(flag);
  if (close === "auto") setTimeout(() => flag.remove(), 6000);
}

window.site = { mountAll, showFlag, tellAll, currentTheme };
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => tellAll("theme_changed", currentTheme()));
mountAll();
