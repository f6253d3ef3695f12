// What has to answer at once, without a way to the server: keys, the folded navigation, focus.
(() => {
  "use strict";
  const root = document.documentElement;
  const folded = "lostcases.nav";

  const remembered = () => {
    try {
      return localStorage.getItem(folded);
    } catch {
      return null; // storage is switched off
    }
  };

  const fold = (narrow) => {
    root.dataset.nav = narrow ? "narrow" : "wide";
    try {
      localStorage.setItem(folded, root.dataset.nav);
    } catch {
      // storage is switched off: folded until the page is left
    }
  };

  const walk = (button, key) => {
    const rows = [...button.closest("[data-rows]").querySelectorAll("[data-row]")];
    const at = rows.indexOf(button);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
    rows[to]?.focus();
    return to !== undefined;
  };

  const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");

  // A passage of the workbench, or what is marked in it, is carried over: D to the defects, Q into the opinion.
  const carried = { d: "defect", q: "quote" };
  let bench = null;

  const passageOf = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest("[data-passage]");

  // What is marked, unless the focus has gone on to another passage since.
  const marked = (at) => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0 || (at && !selection.getRangeAt(0).intersectsNode(at))) {
      return null;
    }
    const { startContainer, endContainer } = selection.getRangeAt(0);
    const [passage, end] = [passageOf(startContainer), passageOf(endContainer)];
    return passage && end?.closest("[data-passages]") === passage.closest("[data-passages]") ? { passage, text: selection.toString() } : null;
  };

  const carry = (to, from) => {
    const at = passageOf(from);
    const { passage, text } = marked(at) ?? { passage: at ?? document.querySelector("[data-passage][tabindex='0']"), text: null };
    if (bench && passage) {
      bench.invokeMethodAsync("Carry", to, passage.dataset.passage, text).catch(() => {}); // the circuit is away, and says so itself
    }
  };

  const step = (passage, key) => {
    const all = [...passage.closest("[data-passages]").querySelectorAll("[data-passage]")];
    const to = all[all.indexOf(passage) + (key === "ArrowDown" ? 1 : -1)];
    to?.focus();
    return to !== undefined;
  };

  // A browser's PDF viewer takes the focus when it has loaded, or has failed to: whoever did not go there is taken back.
  const settling = 10_000;
  let shownAt = -settling;
  let tabbedAt = -settling;
  let here = null;

  const paper = "iframe.bench-paper";

  const takeBack = () => {
    const frame = document.activeElement;
    const now = performance.now();
    if (frame?.matches(paper) && !frame.matches(":hover") && now - shownAt < settling && now - tabbedAt > 500) {
      frame.blur();
      here?.isConnected && here.focus();
    }
  };

  // What is typed goes to the server when typing rests, not only when the field is left, and once more when a lost connection is back.
  const rest = 700;
  const resting = new WeakMap();
  const touched = new Set();
  const written = ".act-form :is(textarea, input[type=text])";
  const filled = ".act-form :is(textarea, select, input:is([type=text], [type=date], [type=number]))";

  // A date is told when typing at it rests: to the browser its first digits are a date already, and to be told of one draws the field anew.
  const dates = "input[type=date]";
  const unsettled = new Map();

  const settle = (field) => {
    clearTimeout(unsettled.get(field));
    if (unsettled.delete(field)) {
      field.dispatchEvent(new Event("settled", { bubbles: true }));
    }
  };

  const tell = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  const keep = (field) => {
    touched.add(field);
    clearTimeout(resting.get(field));
    resting.set(field, setTimeout(() => tell(field), rest));
  };

  // A circuit that is gone takes the page with it: what the server never got waits for the new page, in this tab alone.
  const unsent = "lostcases.unsent";

  const save = () => {
    const values = [...touched].filter((f) => f.isConnected && f.id).map((f) => [f.id, f.value]);
    try {
      sessionStorage.setItem(unsent, JSON.stringify({ path: location.pathname, values }));
    } catch {
      // storage is switched off
    }
  };

  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(unsent));
      sessionStorage.removeItem(unsent);
    } catch {
      return; // storage is switched off
    }
    const waiting = new Map(kept?.path === location.pathname ? kept.values : []);
    const put = () => {
      for (const [id, value] of waiting) {
        const field = document.getElementById(id);
        if (field?.matches(filled)) {
          waiting.delete(id);
          field.value = value;
          touched.add(field);
          tell(field);
        }
      }
      return waiting.size === 0;
    };
    if (!put()) {
      const watch = new MutationObserver(() => put() && watch.disconnect());
      watch.observe(document.body, { childList: true, subtree: true });
    }
  };

  root.dataset.nav = remembered() ?? (matchMedia("(max-width: 1199px)").matches ? "narrow" : "wide");

  document.addEventListener("keydown", (e) => {
    tabbedAt = e.key === "Tab" ? performance.now() : tabbedAt;
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) {
      return;
    }
    if (e.key === "/" && !isTyping(e.target)) {
      const search = document.getElementById("search");
      search?.focus();
      search?.select();
      e.preventDefault();
    } else if (e.target.matches("[data-row]") && walk(e.target, e.key)) {
      e.preventDefault();
    } else if (e.target.closest("[data-menu]") && ["ArrowDown", "ArrowUp"].includes(e.key)) {
      const items = [...e.target.closest("[data-menu]").querySelectorAll("button, a")];
      items[(items.indexOf(e.target) + (e.key === "ArrowDown" ? 1 : items.length - 1)) % items.length]?.focus();
      e.preventDefault();
    } else if (e.target.closest("[data-passages]") && !isTyping(e.target) && !e.repeat && carried[e.key.toLowerCase()]) {
      carry(carried[e.key.toLowerCase()], e.target);
      e.preventDefault();
    } else if (e.target.matches("[data-passage]") && ["ArrowDown", "ArrowUp"].includes(e.key) && step(e.target, e.key)) {
      e.preventDefault();
    }
  });

  document.addEventListener("click", (e) => {
    if (e.target.closest("[data-again]")) {
      location.reload();
    }
    if (e.target.closest("[data-fold]")) {
      fold(root.dataset.nav !== "narrow");
    }
    const button = e.target.closest("[data-carry]");
    if (button) {
      carry(button.dataset.carry, button);
    }
  });

  // Pressing the button must not unmark what it is about.
  document.addEventListener("mousedown", (e) => {
    if (e.target.closest("[data-carry]")) {
      e.preventDefault();
    }
  });

  window.addEventListener("blur", () => setTimeout(takeBack));

  document.addEventListener("load", (e) => {
    if (e.target.matches?.(paper)) {
      shownAt = performance.now();
    }
  }, true);

  // One stop for the Tab key among the passages: the one that was looked at last.
  document.addEventListener("focusin", (e) => {
    here = e.target.matches?.(paper) ? here : e.target;
    const passage = passageOf(e.target);
    if (passage && passage.tabIndex !== 0) {
      passage.closest("[data-passages]").querySelectorAll("[data-passage]").forEach((p) => (p.tabIndex = p === passage ? 0 : -1));
    }
  });

  document.addEventListener("input", (e) => {
    if (e.target.matches(written)) {
      if (!e.isComposing) {
        keep(e.target);
      }
    } else if (e.target.matches(filled)) {
      touched.add(e.target); // tells by itself when it is left
    }
  });

  document.addEventListener("change", (e) => {
    if (e.target.matches(dates)) {
      clearTimeout(unsettled.get(e.target));
      unsettled.set(e.target, setTimeout(() => settle(e.target), rest));
    }
  });

  document.addEventListener("focusout", (e) => settle(e.target));

  document.addEventListener("submit", () => [...unsettled.keys()].forEach(settle), true);

  document.addEventListener("compositionend", (e) => {
    if (e.target.matches(written)) {
      keep(e.target);
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    Blazor.registerCustomEventType("settled", { createEventArgs: (e) => ({ value: e.target.value }) });
    restore();
    // A page whose circuit is gone for good starts again by itself; what matters is with the services.
    document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (e) => {
      if (e.detail.state === "hide") {
        touched.forEach((field) => field.isConnected && tell(field));
      } else if (e.detail.state === "rejected") {
        save();
        location.reload();
      }
    });
  });

  window.lostcases = {
    focusRow: () => document.querySelector("[data-row][tabindex='0']")?.focus(),
    focusPreview: () => {
      const close = document.querySelector(".preview-close");
      if (close?.checkVisibility({ visibilityProperty: true })) {
        close.focus();
      }
    },
    focusWrong: (form) => {
      const within = document.getElementById(form ?? "") ?? document;
      const wrong = within.querySelector("[aria-invalid=true], .field:has(.field-error) :is(input, select, textarea, button), .rows:has(> .field-error) button");
      const head = within.querySelector(".refused");
      (wrong ?? head)?.focus();
      (wrong ?? head)?.scrollIntoView({ block: "center" });
    },
    focusFirst: (form) => {
      const first = document.getElementById(form)?.querySelector("input, select, textarea");
      first?.focus();
      first?.scrollIntoView({ block: "center" });
    },
    focusOn: (id) => document.getElementById(id)?.focus(),
    textOf: (id) => new TextEncoder().encode(document.getElementById(id).value),
    useBench: (component) => {
      bench = component;
    },
    focusMenu: () => document.querySelector("[data-menu] button, [data-menu] a")?.focus(),
  };
})();
