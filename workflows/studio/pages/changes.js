// 流程变更: drafts being worked on, changes that wait for a second administrator, and what became of earlier ones.
(() => {
  'use strict';
  const { make, words, time, ask, table, cell, show, pages } = window.own;
  const word = words({
    title: ['流程变更', 'Changes'],
    about: ['提交发布的流程须由另一名流程管理员审批；批准后，新立案的案件按新版本办理，在办案件仍按原版本。', 'A chain that is to be published is decided on by another administrator. New cases follow the new version, running ones stay on theirs.'],
    drafts: ['正在修改的草稿', 'Drafts being edited'], noDrafts: ['没有草稿', 'There are no drafts'], requests: ['变更申请', 'Requests'],
    name: ['流程', 'Chain'], version: ['版本', 'Version'], requested: ['提交时间', 'Submitted'], author: ['提交人', 'By'], status: ['状态', 'Status'], reason: ['理由', 'Reason'], act: ['办理', 'Act'],
    PENDING: ['待审批', 'Waits for a decision'], APPROVED: ['已批准，已生效', 'Approved and in force'], REJECTED: ['已退回', 'Rejected'], SUPERSEDED: ['已失效', 'Superseded'],
    approve: ['批准发布', 'Approve and publish'], reject: ['退回修改', 'Reject'], own: ['本人提交，须由他人审批', 'Your own: another decides'], why: ['退回理由（必填）', 'Reason (needed to reject)'],
    none: ['没有流程变更', 'There are no changes'], look: ['查看内容', 'Look at it'], lookDraft: ['查看改动与核验', 'Differences and checks'], edit: ['打开画布', 'Open the canvas'],
  });

  /** The buttons of the second administrator. */
  window.own.acts = (change, after) => {
    if (change.status !== 'PENDING') { return [word(change.status)]; }
    if (change.isOwn) { return [word('own')]; }
    const reason = make('input', '', { type: 'text', placeholder: word('why') }, { 'aria-label': word('why') });
    const decide = async act => { if (await ask(`changes/${change.id}/${act}`, 'POST', { reason: reason.value || null })) { await after(); } };
    return [
      make('button', word('approve'), { type: 'button', className: 'own-primary', onclick: () => decide('approve') }),
      reason,
      make('button', word('reject'), { type: 'button', onclick: () => decide('reject') }),
    ];
  };

  const link = (text, path) => make('a', text, { href: `/studio/${path}` });
  const draft = d => [link(d.name, `changes/${encodeURIComponent(d.definitionId)}`), String(d.version), cell([link(word('lookDraft'), `changes/${encodeURIComponent(d.definitionId)}`), link(word('edit'), `definitions/${encodeURIComponent(d.definitionId)}`)])];
  const change = c => [
    link(c.name, `changes/${c.id}`), String(c.version), c.author ?? '', time(c.requestedAt), word(c.status), c.reason ?? '',
    cell(c.status === 'PENDING' ? window.own.acts(c, pages.changes) : link(word('look'), `changes/${c.id}`)),
  ];

  /** Draws the lists as they are now. */
  pages.changes = async () => {
    const [drafts, changes] = await Promise.all([ask('drafts'), ask('changes')]);
    show(
      make('h1', word('title')), make('p', word('about')),
      make('h2', word('requests')), table(['name', 'version', 'author', 'requested', 'status', 'reason', 'act'].map(word), (changes?.items ?? []).map(change), word('none')),
      make('h2', word('drafts')), table(['name', 'version', 'act'].map(word), (drafts?.items ?? []).map(draft), word('noDrafts')));
  };
})();
