// Studio speaks English only. In Chinese pages its texts are replaced as they appear: whole texts, or patterns with {0}, of zh-CN.json.
(() => {
  'use strict';
  const page = document.documentElement;
  if (page.lang === 'en') {
    for (const e of document.querySelectorAll('[data-en]')) { e.textContent = e.dataset.en; }
    for (const e of document.querySelectorAll('[data-en-label]')) { e.setAttribute('aria-label', e.dataset.enLabel); }
    window.studioWords = Promise.resolve();
    return;
  }

  const attributes = ['placeholder', 'title', 'aria-label', 'alt'];
  const apart = '[data-own], .monaco-editor, script, style, textarea';
  const whole = new Map(), patterns = [];
  const plain = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  function translated(text) {
    const wanted = text.trim();
    if (!/[A-Za-z]/.test(wanted)) { return null; }
    const word = whole.get(wanted);
    if (word !== undefined) { return text.replace(wanted, () => word); }
    for (const [pattern, target] of patterns) {
      const found = pattern.exec(wanted);
      if (found) { return target.replace(/\{(\d)\}/g, (_, n) => whole.get(found[+n + 1]) ?? found[+n + 1]); }
    }
    return null;
  }

  function text(node) {
    if (node.parentElement?.closest(apart)) { return; }
    const word = translated(node.data);
    if (word !== null && word !== node.data) { node.data = word; }
  }

  function attribute(element, name) {
    const word = element.hasAttribute(name) ? translated(element.getAttribute(name)) : null;
    if (word !== null && word !== element.getAttribute(name)) { element.setAttribute(name, word); }
  }

  function tree(root) {
    if (root.nodeType === Node.TEXT_NODE) { text(root); return; }
    if (root.nodeType !== Node.ELEMENT_NODE) { return; }
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = root; node; node = nodes.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) { text(node); } else { attributes.forEach(a => attribute(node, a)); }
    }
  }

  window.studioWords = fetch('zh-CN.json').then(answer => answer.json()).then(words => {
    for (const [english, chinese] of Object.entries(words)) {
      if (english.includes('{0}')) {
        patterns.push([new RegExp(`^${plain(english).replace(/\\\{\d\\\}/g, '(.+?)')}$`, 's'), chinese]);
      } else { whole.set(english, chinese); }
    }
    new MutationObserver(changes => {
      for (const change of changes) {
        if (change.type === 'childList') { change.addedNodes.forEach(tree); }
        else if (change.type === 'characterData') { text(change.target); }
        else { attribute(change.target, change.attributeName); }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes });
    tree(document.body);
  });
})();
