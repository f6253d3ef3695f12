// Which of Studio's elements this address shows, and what our frame says.
(() => {
  'use strict';
  const english = document.documentElement.lang === 'en';
  const message = document.getElementById('own-message');
  const stage = document.getElementById('own-stage');
  const [page = 'definitions', id] = location.pathname.replace(/^\/studio\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  const go = path => location.assign(`/studio/${path}`);
  const texts = {
    refused: ['您没有流程管理权限。请使用流程管理员账号登录。', 'You may not manage the chain. Sign in as a workflow administrator.'],
    over: ['登录已失效：请在新标签页中重新登录，本页内容不会丢失。', 'Your session is over: sign in again in another tab; nothing on this page is lost.'],
    away: ['系统暂时无法访问，正在自动重试。', 'The system cannot be reached just now; trying again.'],
    stopped: ['流程设计器没有打开，请刷新本页。', 'The designer did not open. Reload the page.'],
    signIn: ['重新登录', 'Sign in again'],
  };
  const word = name => texts[name][english ? 1 : 0];

  function tell(text, link) {
    message.replaceChildren(text);
    if (link) { message.append(' ', Object.assign(document.createElement('a'), link)); }
    message.hidden = !text;
  }

  document.addEventListener('session-refused', () => { document.getElementById('own-waiting')?.remove(); tell(word('refused')); });
  document.addEventListener('session-over', () => tell(word('over'), { textContent: word('signIn'), href: `/sign-in?back=${encodeURIComponent(location.pathname)}`, target: '_blank' }));
  document.addEventListener('session-away', () => tell(word('away')));
  document.addEventListener('session-back', () => tell(''));
  document.addEventListener('elsa-refused', ({ detail }) => {
    if (detail.method === 'GET' && detail.status === 404) { return; }
    try {
      const said = JSON.parse(detail.body);
      tell(said.title ?? said.message ?? '');
    } catch { /* no sentence in the answer */ }
  });

  const kinds = {
    definitions: id
      ? ['elsa-workflow-definition-editor', { 'definition-id': id }, { workflowDefinitionExecuted: instance => go(`instances/${instance}`) }]
      : ['elsa-workflow-definition-list', {}, { editWorkflowDefinition: definition => go(`definitions/${definition}`) }],
    instances: id
      ? ['elsa-workflow-instance-viewer', { 'instance-id': id }, { editWorkflowDefinition: definition => go(`definitions/${definition}`) }]
      : ['elsa-workflow-instance-list', {}, { viewWorkflowInstance: instance => go(`instances/${instance}`) }],
  };

  /** Takes the right to edit for this page and keeps it; without it the host answers a readonly definition. */
  async function takeLease(definition) {
    const path = `/elsa/api/lostcases/definitions/${encodeURIComponent(definition)}/lease`;
    const taken = await fetch(path, { method: 'POST' });
    if (!taken.ok) { return; }
    window.studioSession.lease = (await taken.json()).leaseId;
    const renewing = setInterval(async () => {
      const answer = await fetch(path, { method: 'PUT' });
      if (answer.status === 409) { clearInterval(renewing); }
    }, 60_000);
    addEventListener('pagehide', () => { fetch(path, { method: 'DELETE', keepalive: true }); });
  }

  /** Fits a chain that is larger than the canvas by Studio's own button, once it is drawn: Studio shows the middle at full size. */
  function fit() {
    const canvas = stage.querySelector('.x6-graph')?.getBoundingClientRect();
    const boxes = [...stage.querySelectorAll('.x6-node')].map(b => b.getBoundingClientRect());
    if (!canvas?.height || !stage.querySelector('.x6-edge') || !boxes.every(b => b.width)) { setTimeout(fit, 100); return; }
    setTimeout(() => {
      const button = [...stage.querySelectorAll('button')].find(b => b.querySelector('path[d^="M6,16h12V8H6V16z"]'));
      if (button && boxes.some(b => b.left < canvas.left || b.right > canvas.right || b.top < canvas.top || b.bottom > canvas.bottom)) { button.click(); }
      stage.dataset.fitted = '';
    }, 300);
  }

  document.querySelector('.own-skip').href = `${location.pathname}#own-stage`;
  document.querySelector(`[data-page="${['tryouts', 'backtests'].includes(page) ? 'changes' : page}"]`)?.setAttribute('aria-current', 'page');

  /** Draws the element once Studio has started; its callbacks are lost if they are set before it is defined. */
  window.studioShow = async () => {
    if (page === 'definitions' && id) { await takeLease(id); }
    const [tag, attributes, callbacks] = kinds[page] ?? kinds.definitions;
    await customElements.whenDefined(tag);
    const element = document.createElement(tag);
    const all = { 'remote-endpoint': `${location.origin}/elsa/api`, 'access-token': 'session', ...attributes };
    Object.entries(all).forEach(([name, value]) => element.setAttribute(name, value));
    stage.replaceChildren(element);
    Object.assign(element, callbacks);
    if (id) { fit(); }
  };
  window.studioPage = page;
  window.studioSubject = id;
  window.studioFailed = () => tell(word('stopped'));
})();
