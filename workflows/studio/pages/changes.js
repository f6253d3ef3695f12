// Changes that wait for a second administrator, and what became of earlier ones: a plain table, no Studio.
(() => {
  'use strict';
  const english = document.documentElement.lang === 'en';
  const texts = {
    title: ['流程变更', 'Changes'],
    about: ['提交发布的流程须由另一名流程管理员审批；批准后，新立案的案件按新版本办理，在办案件仍按原版本。', 'A chain that is to be published is decided on by another administrator. New cases follow the new version, running ones stay on theirs.'],
    name: ['流程', 'Chain'], version: ['版本', 'Version'], requested: ['提交时间', 'Submitted'], status: ['状态', 'Status'], reason: ['理由', 'Reason'], act: ['办理', 'Act'],
    PENDING: ['待审批', 'Waits for a decision'], APPROVED: ['已批准，已生效', 'Approved and in force'], REJECTED: ['已退回', 'Rejected'], SUPERSEDED: ['已失效', 'Superseded'],
    approve: ['批准发布', 'Approve and publish'], reject: ['退回修改', 'Reject'], own: ['本人提交，须由他人审批', 'Your own: another decides'], why: ['退回理由（必填）', 'Reason (needed to reject)'],
    none: ['没有流程变更', 'There are no changes'], look: ['查看', 'Look at it'],
  };
  const word = name => texts[name][english ? 1 : 0];
  const make = (tag, content, properties = {}) => { const e = Object.assign(document.createElement(tag), properties); e.append(...[content].flat()); return e; };
  const time = value => value ? new Date(value).toLocaleString(english ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }) : '';

  async function decide(change, act, reason) {
    const answer = await fetch(`/elsa/api/lostcases/changes/${change.id}/${act}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ reason: reason || null }) });
    if (answer.ok) { await window.studioChanges(); }
  }

  function acts(change) {
    if (change.status !== 'PENDING') { return ''; }
    if (change.isOwn) { return word('own'); }
    const reason = make('input', '', { type: 'text', placeholder: word('why') });
    reason.setAttribute('aria-label', word('why'));
    return [
      make('button', word('approve'), { type: 'button', className: 'own-primary', onclick: () => decide(change, 'approve', reason.value) }),
      reason,
      make('button', word('reject'), { type: 'button', onclick: () => decide(change, 'reject', reason.value) }),
    ];
  }

  const row = change => make('tr', [
    make('td', [make('a', change.name, { href: `/studio/definitions/${encodeURIComponent(change.definitionId)}` })]), make('td', String(change.version)), make('td', time(change.requestedAt)),
    make('td', word(change.status)), make('td', change.reason ?? ''), make('td', acts(change), { className: 'own-acts' }),
  ]);

  /** Draws the table as it is now. */
  window.studioChanges = async () => {
    const answer = await fetch('/elsa/api/lostcases/changes');
    const { items } = await answer.json();
    const head = make('tr', ['name', 'version', 'requested', 'status', 'reason', 'act'].map(n => make('th', word(n), { scope: 'col' })));
    const content = items.length ? make('table', [make('thead', head), make('tbody', items.map(row))]) : make('p', word('none'));
    const page = make('section', [make('h1', word('title')), make('p', word('about')), content], { className: 'own-changes' });
    page.dataset.own = '';
    document.getElementById('own-stage').replaceChildren(page);
  };
})();
