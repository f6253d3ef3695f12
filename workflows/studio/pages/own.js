// What our own pages beside Studio share: elements, words in the reader's language, calls, and the chain as a picture with a way lit.
(() => {
  'use strict';
  const english = document.documentElement.lang === 'en';
  const SVG = 'http://www.w3.org/2000/svg';

  /** An element with its content, properties and attributes. */
  function make(tag, content = '', properties = {}, attributes = {}) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...[content].flat().filter(c => c !== null && c !== undefined));
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  const words = texts => name => (texts[name] ?? [name, name])[english ? 1 : 0];
  const time = value => value ? new Date(value).toLocaleString(english ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }) : '';

  /** Asks the workflow host; null where it refuses, which the message line tells. */
  async function ask(path, method = 'GET', body = undefined) {
    const answer = await fetch(`/elsa/api/lostcases/${path}`, { method, headers: body === undefined ? {} : { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });
    return answer.ok ? answer.json() : null;
  }

  /** A table with a heading for each column; a sentence where there are no rows. */
  function table(heads, rows, none) {
    if (!rows.length) { return make('p', none); }
    const head = make('tr', heads.map(h => make('th', h, { scope: 'col' })));
    return make('table', [make('thead', head), make('tbody', rows.map(cells => make('tr', cells.map(c => c instanceof HTMLTableCellElement ? c : make('td', c)))))]);
  }

  /** A cell with things to do. */
  const cell = acts => make('td', make('div', acts, { className: 'own-acts' }));

  function show(...content) {
    const page = make('section', content, { className: 'own-changes' });
    page.dataset.own = '';
    document.getElementById('own-stage').replaceChildren(page);
  }

  function shape(tag, attributes, content = '') {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(content);
    return element;
  }

  /** The chain as it lies on the canvas; the boxes of a way are lit, and the arrows between them. */
  function picture(drawing, way, label) {
    const boxes = new Map(drawing.boxes.map(b => [b.id, b]));
    const lit = new Set(way);
    const steps = new Set(way.slice(1).map((id, at) => `${way[at]}>${id}`));
    const [left, top] = [Math.min(0, ...drawing.boxes.map(b => b.x)) - 20, Math.min(0, ...drawing.boxes.map(b => b.y)) - 40];
    const [right, bottom] = [Math.max(200, ...drawing.boxes.map(b => b.x + b.width)) + 20, Math.max(100, ...drawing.boxes.map(b => b.y + b.height)) + 40];
    const svg = shape('svg', { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, role: 'img', 'aria-label': label, class: 'own-picture' });
    const marker = (id, kind) => { const m = shape('marker', { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 7, markerHeight: 7, orient: 'auto' }); m.append(shape('path', { d: 'M0 0L10 5L0 10z', class: kind })); return m; };
    const defs = shape('defs', {});
    defs.append(marker('own-head', 'own-head'), marker('own-head-lit', 'own-head own-lit'));
    svg.append(defs);
    for (const arrow of drawing.arrows) {
      const [from, to] = [boxes.get(arrow.source), boxes.get(arrow.target)];
      if (!from || !to) { continue; }
      const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
      const path = x2 > x1 - 20 ? `M${x1} ${y1}C${x1 + 40} ${y1} ${x2 - 40} ${y2} ${x2} ${y2}`
        : `M${from.x + from.width / 2} ${from.y + (to.y > from.y ? from.height : 0)}L${to.x + to.width / 2} ${to.y + (to.y > from.y ? 0 : to.height)}`;
      const bright = steps.has(`${arrow.source}>${arrow.target}`) || (lit.has(arrow.source) && lit.has(arrow.target) && way.indexOf(arrow.source) < way.lastIndexOf(arrow.target));
      svg.append(shape('path', { d: path, class: bright ? 'own-arrow own-lit' : 'own-arrow', 'marker-end': `url(#${bright ? 'own-head-lit' : 'own-head'})` }));
    }
    for (const box of boxes.values()) {
      const classes = ['own-box', lit.has(box.id) ? 'own-lit' : '', box.id === way.at(-1) ? 'own-last' : ''].join(' ');
      svg.append(shape('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 4, class: classes }));
      const title = shape('text', { x: box.x + box.width / 2, y: box.y + box.height / 2 + 6, 'text-anchor': 'middle' }, box.title);
      title.style.fontSize = `${Math.min(22, (box.width - 12) / Math.max(1, box.title.length))}px`;
      svg.append(title);
    }
    return svg;
  }

  window.own = { english, make, words, time, ask, table, cell, show, picture, pages: {} };
})();
