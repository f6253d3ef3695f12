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

  root.dataset.nav = remembered() ?? (matchMedia("(max-width: 1199px)").matches ? "narrow" : "wide");

  document.addEventListener("keydown", (e) => {
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
    }
  });

  document.addEventListener("click", (e) => {
    if (e.target.closest("[data-fold]")) {
      fold(root.dataset.nav !== "narrow");
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    // A page whose circuit is gone for good starts again by itself; what matters is with the services.
    document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (e) => {
      if (e.detail.state === "rejected") {
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
    focusWrong: () => {
      const wrong = document.querySelector("[aria-invalid=true], .field:has(.field-error) :is(input, select, textarea), .rows:has(> .field-error) button");
      const head = document.getElementById("refused");
      (wrong ?? head)?.focus();
      (wrong ?? head)?.scrollIntoView({ block: "center" });
    },
    focusEmpty: () => [...document.querySelectorAll(".field[data-asked] :is(input, select, textarea)")].find((e) => e.value === "" && e.checkVisibility())?.focus(),
    textOf: (id) => new TextEncoder().encode(document.getElementById(id).value),
    focusMenu: () => document.querySelector("[data-menu] button, [data-menu] a")?.focus(),
  };
})();
