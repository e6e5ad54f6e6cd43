// The app's side of the bridge between an iframe and the site: what apps know as AP.
// Not here: anything of the host page (host.js). Messages: request → reply by id, and events.
(function () {
  "use strict";
  var host = new URLSearchParams(location.search).get("xdm_e") || document.referrer.replace(/^(\w+:\/\/[^/]+).*/, "$1");
  var waiting = {};
  var listeners = {};
  var count = 0;
  var script = document.currentScript;
  var options = {};
  ((script && script.getAttribute("data-options")) || "").split(";").forEach(function (part) {
    var pair = part.split(":");
    if (pair[0]) options[pair[0].trim()] = (pair[1] || "true").trim() === "true";
  });

  function ask(name, args) {
    return new Promise(function (resolve, reject) {
      var id = ++count;
      waiting[id] = { resolve: resolve, reject: reject };
      window.parent.postMessage({ ap: "request", id: id, name: name, args: args || [] }, host || "*");
    });
  }

  function withCallback(promise, callback) {
    if (typeof callback !== "function") return promise;
    promise.then(callback, function (error) { console.error("AP:", error); });
    return promise;
  }

  function emitLocally(name, args) {
    (listeners[name] || []).slice().forEach(function (listener) { listener.apply(null, args); });
    (listeners["*"] || []).slice().forEach(function (listener) { listener.apply(null, [name].concat(args)); });
  }

  window.addEventListener("message", function (event) {
    var message = event.data;
    if (event.source !== window.parent || !message || typeof message !== "object") return;
    if (message.ap === "reply" && waiting[message.id]) {
      var kept = waiting[message.id];
      delete waiting[message.id];
      if (message.error) kept.reject(new Error(message.error));
      else kept.resolve(message.value);
    } else if (message.ap === "event") {
      emitLocally(message.name, message.args || []);
    }
  });

  function applyTheme(theme) {
    var root = document.documentElement;
    root.setAttribute("data-theme", "light:light dark:dark spacing:spacing typography:typography");
    root.setAttribute("data-color-mode", theme);
    root.style.colorScheme = theme;
  }

  function contentHeight() {
    var box = document.querySelector(".ac-content") || document.getElementById("content") || document.body;
    var below = parseFloat(getComputedStyle(document.body).marginBottom) || 0;
    return Math.ceil(box.getBoundingClientRect().bottom + window.scrollY + below);
  }

  var lastHeight = 0;
  function fit() {
    var height = contentHeight();
    if (height > 0 && Math.abs(height - lastHeight) > 1) {
      lastHeight = height;
      ask("resize", ["100%", height]);
    }
  }

  function on(name, listener) { (listeners[name] = listeners[name] || []).push(listener); }
  function off(name, listener) {
    listeners[name] = (listeners[name] || []).filter(function (kept) { return kept !== listener; });
  }
  function once(name, listener) {
    on(name, function wrapped() { off(name, wrapped); listener.apply(null, arguments); });
  }

  var AP = {
    context: {
      getToken: function (callback) { return withCallback(ask("token"), callback); },
      getContext: function (callback) { return withCallback(ask("context"), callback); },
    },
    user: {
      getCurrentUser: function (callback) { return withCallback(ask("user"), callback); },
      getTimeZone: function (callback) {
        return withCallback(Promise.resolve(Intl.DateTimeFormat().resolvedOptions().timeZone), callback);
      },
    },
    resize: function (width, height) {
      ask("resize", [width || "100%", height === undefined ? contentHeight() : height]);
    },
    sizeToParent: function () { options.resize = false; ask("sizeToParent"); },
    navigator: {
      go: function (target, context) { ask("go", [target, context || {}]); },
      getLocation: function (callback) { return withCallback(ask("location"), callback); },
      reload: function () { ask("reload"); },
    },
    getLocation: function (callback) { return withCallback(ask("href"), callback); },
    flag: {
      create: function (flag) {
        var id = "flag-" + Date.now() + "-" + ++count;
        ask("flag", [{ id: id, title: flag.title, body: flag.body, type: flag.type, close: flag.close, actions: flag.actions }]);
        return { close: function () { ask("closeFlag", [id]); } };
      },
    },
    events: {
      on: on, off: off, once: once,
      onAny: function (listener) { on("*", listener); },
      emit: function (name) { ask("emit", [name, Array.prototype.slice.call(arguments, 1)]); },
      onPublic: on, offPublic: off, oncePublic: once,
      emitPublic: function (name) { ask("emit", [name, Array.prototype.slice.call(arguments, 1)]); },
    },
    theming: {
      initializeTheming: function () {
        on("theme_changed", applyTheme);
        return ask("theme").then(applyTheme);
      },
    },
    history: {
      getState: function (kind, callback) { return withCallback(ask("state"), callback || kind); },
      pushState: function (state) { ask("setState", [state]); },
      replaceState: function (state) { ask("setState", [state]); },
    },
    jira: { refreshIssuePage: function () { ask("reload"); } },
    confluence: { getMacroData: function (callback) { return withCallback(ask("macroData"), callback); } },
    request: function (url, given) {
      var wish = typeof url === "object" ? url : Object.assign({ url: url }, given);
      var call = ask("request", [{ url: wish.url, type: wish.type || "GET", data: wish.data, contentType: wish.contentType }]);
      if (wish.success || wish.error) {
        call.then(function (reply) { if (wish.success) wish.success(reply.body); }, wish.error);
      }
      return call;
    },
  };
  window.AP = AP;

  function start() {
    ask("ready");
    if (options.sizeToParent) AP.sizeToParent();
    if (options.resize === false || options.sizeToParent) return;
    fit();
    new ResizeObserver(fit).observe(document.body);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
