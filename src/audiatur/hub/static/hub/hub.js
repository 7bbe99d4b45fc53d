// The hub's one script: the reader's choice of colours, keys, and what is kept for reading offline.
// Every page can be read and used without it. Nothing it knows leaves the browser.
(() => {
  "use strict";
  const root = document.documentElement;
  const KEY_PAIR_MS = 1500;
  // Pages read within half an hour of each other are one visit.
  const PAUSE_MS = 30 * 60 * 1000;

  const kept = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch { /* The browser keeps nothing: the choice holds for this page. */ }
  };

  const colour = (chosen) => {
    if (chosen === "light" || chosen === "dark") root.dataset.colours = chosen;
    else delete root.dataset.colours;
  };
  // Before anything is painted, so that no page flashes in the other colours.
  colour(kept("colours"));

  const typing = (at) => at instanceof HTMLElement
    && (at.isContentEditable || at.matches("input:not([type=checkbox], [type=radio]), select, textarea"));

  // A letter by where it lies on the keyboard where the reader's layout has another script there.
  const pressed = (event) => {
    const letter = /^Key([A-Z])$/.exec(event.code || "");
    return letter && !/^[a-z]$/i.test(event.key) ? letter[1].toLowerCase() : event.key;
  };

  // In the order in which they are seen, line by line: columns stand in the page one after the other.
  const stops = () => {
    const way = getComputedStyle(root).direction === "rtl" ? -1 : 1;
    return [...document.querySelectorAll("main :is(.headline a, .line-title a, .ref, [data-stop])")]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .sort((a, b) => Math.round(a.box.top) - Math.round(b.box.top) || way * (a.box.left - b.box.left))
      .map(({ one }) => one);
  };

  const step = (by) => {
    const all = stops();
    const at = all.indexOf(document.activeElement);
    const below = all.findIndex((one) => one.getBoundingClientRect().top >= 0);
    const next = at >= 0 ? at + by : (by > 0 ? below : below - 1);
    all[Math.max(0, Math.min(next, all.length - 1))]?.focus();
  };

  const notice = () => {
    const item = document.activeElement?.closest("[data-item]");
    const fold = [...(item?.querySelectorAll("details.fold") ?? [])].find((one) => one.querySelector("[data-notice]"));
    if (fold) fold.open = !fold.open;
  };

  const search = () => {
    const field = [...document.querySelectorAll("main input[type=search], #find")].find((one) => one.checkVisibility())
      ?? document.getElementById("find");
    const menu = field?.closest("details");
    if (menu && !field.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) menu.open = true;
    field?.focus();
    field?.select();
  };

  // The time of the last visit stays in this browser; it is sent only when the reader follows the link to what is new.
  const visit = (place) => {
    const [last, before] = (kept("visit") ?? "").split(" ").map(Number);
    const now = Date.now();
    const since = last > now - PAUSE_MS ? before : last;
    keep("visit", `${now} ${since || ""}`.trim());
    const line = place.querySelector("[data-visit-link]");
    const link = line?.querySelector("a");
    if (!since || !link) return;
    const to = new URL(link.href);
    to.searchParams.set("since", `${new Date(since).toISOString().slice(0, 16)}Z`);
    const topic = new URL(location.href).searchParams.get("topic");
    if (topic) to.searchParams.set("topic", topic);
    link.href = to.href;
    line.hidden = false;
  };

  const start = () => {
    for (const one of document.querySelectorAll("[data-scripted]")) one.hidden = false;

    const select = document.getElementById("colours");
    if (select) {
      select.value = root.dataset.colours ?? "";
      select.addEventListener("change", () => { colour(select.value); keep("colours", select.value); });
    }

    const help = document.getElementById("keys");
    const box = document.getElementById("keys-on");
    const show = () => help?.showModal();
    for (const one of document.querySelectorAll("[data-help]")) one.addEventListener("click", show);
    if (box) {
      box.checked = kept("keys") !== "off";
      box.addEventListener("change", () => keep("keys", box.checked ? "" : "off"));
    }

    const acts = { j: () => step(1), k: () => step(-1), n: notice, "/": search, "?": show,
      o: () => { if (stops().includes(document.activeElement)) document.activeElement.click(); } };
    let going = 0;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (box?.checked === false || help?.open || typing(event.target)) return;
      const key = pressed(event);
      const to = event.timeStamp - going < KEY_PAIR_MS && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
      going = key === "g" ? event.timeStamp : 0;
      if (to) to.click();
      else if (acts[key]) { event.preventDefault(); acts[key](); }
    });

    const visited = document.querySelector("[data-visit]");
    if (visited) visit(visited);

    for (const one of document.querySelectorAll(".offline time[datetime]")) {
      one.textContent = new Date(one.dateTime).toLocaleString(root.lang, { dateStyle: "long", timeStyle: "short" });
    }
  };
  document.addEventListener("DOMContentLoaded", start);

  if ("serviceWorker" in navigator) {
    window.addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => { /* not kept */ }));
  }
})();
