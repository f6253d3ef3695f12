// One change, or the draft of a chain: what it changes in sentences, what the gate says with the way lit, comments, and the record of versions.
(() => {
  'use strict';
  const { make, words, time, ask, table, show, picture, pages } = window.own;
  const word = words({
    back: ['返回流程变更', 'Back to the changes'], version: ['第 {0} 版', 'version {0}'], draft: ['草稿', 'draft'],
    differences: ['改动内容', 'What changes'], against: ['与第 {0} 版（现行）相比', 'against version {0}, in force'], same: ['办理顺序和设置没有变化，只移动了节点位置。', 'Nothing changes but where boxes lie.'],
    gate: ['合法性核验', 'Lawful-edit gate'], lawful: ['已核验全部走向：符合规定，可以提交发布。', 'All ways were examined: the chain keeps the notice and may be submitted.'], light: ['在图上显示路径', 'Show the way'],
    refused: ['不符合规定的流程不能发布，请按下列各项修改。', 'A chain that breaks the notice is not published. Correct the following.'],
    comments: ['意见', 'Comments'], noComments: ['还没有意见', 'No comments yet'], say: ['发表意见', 'Comment'], text: ['意见内容', 'Your comment'],
    record: ['版本记录', 'Record of versions'], number: ['版本', 'Version'], author: ['提交人', 'Author'], approver: ['批准人', 'Approved by'], published: ['生效时间', 'In force since'], reason: ['理由', 'Reason'], hash: ['内容摘要（SHA-256）', 'SHA-256'], intact: ['完整', 'Intact'], yes: ['是', 'Yes'], no: ['否：内容与摘要不符', 'No: it is not what was hashed'],
    none: ['没有版本', 'No versions'], tryOut: ['试走', 'Try it out'], backtest: ['用已办结案件回测', 'Replay closed cases'], canvas: ['打开画布', 'Open the canvas'], picture: ['流程图', 'The chain'],
    PENDING: ['待审批', 'waits for a decision'], APPROVED: ['已批准', 'approved'], REJECTED: ['已退回', 'rejected'], SUPERSEDED: ['已失效', 'superseded'], lapsed: ['草稿在申请之后又有修改，本申请已失效。', 'The draft has been changed since; this request has lapsed.'],
  });
  const fill = (name, value) => word(name).replace('{0}', value);

  function proof(draft, stage) {
    const light = problem => stage.replaceChildren(picture(draft.drawing, problem?.path ?? [], problem?.text ?? word('picture')));
    light(draft.problems.find(p => p.path.length));
    if (!draft.problems.length) { return make('p', word('lawful'), { className: 'own-good' }); }
    const line = problem => make('li', [problem.text, ' ', problem.path.length ? make('button', word('light'), { type: 'button', className: 'own-link', onclick: () => light(problem) }) : null]);
    return [make('p', word('refused')), make('ol', draft.problems.map(line), { className: 'own-problems' })];
  }

  function differences(draft) {
    if (!draft.baseVersion) { return []; }
    const told = draft.sentences.length ? make('ol', draft.sentences.map(s => make('li', s))) : make('p', word('same'));
    return [make('h2', word('differences')), make('p', fill('against', draft.baseVersion)), told];
  }

  function remarks(change, again) {
    const text = make('textarea', '', { rows: 2, maxLength: 2000 }, { 'aria-label': word('text') });
    const send = async () => { if (await ask(`changes/${change.id}/comments`, 'POST', { text: text.value })) { await again(); } };
    const said = change.comments.length
      ? make('ul', change.comments.map(c => make('li', [make('span', `${c.author ?? ''} ${time(c.at)}`, { className: 'own-who' }), make('div', c.text)])), { className: 'own-comments' })
      : make('p', word('noComments'));
    return [make('h2', word('comments')), said, make('div', [text, make('button', word('say'), { type: 'button', onclick: send })], { className: 'own-acts' })];
  }

  async function record(definition) {
    const { items } = await ask(`definitions/${encodeURIComponent(definition)}/record`) ?? { items: [] };
    const row = v => [String(v.version), v.author ?? '', v.approver ?? '', time(v.publishedAt), v.reason ?? '', make('code', v.hash.slice(0, 16), { title: v.hash }), word(v.isIntact ? 'yes' : 'no')];
    return [make('h2', word('record')), table(['number', 'author', 'approver', 'published', 'reason', 'hash', 'intact'].map(word), items.map(row), word('none'))];
  }

  /** Draws a change by its id, or the newest version of a chain by the chain's. */
  pages.change = async id => {
    const change = /^[0-9a-f-]{36}$/.test(id) ? await ask(`changes/${id}`) : null;
    const draft = change?.draft ?? await ask(`definitions/${encodeURIComponent(id)}/draft`);
    if (!draft) { return; }
    const again = () => pages.change(id);
    const stage = make('div', '', { className: 'own-stage-picture' });
    const link = (name, path) => make('a', word(name), { href: `/studio/${path}` });
    const version = encodeURIComponent(draft.versionId);
    show(
      make('p', link('back', 'changes')),
      make('div', [make('h1', `${draft.name} ${fill('version', draft.version)}（${change ? word(change.status) : word('draft')}）`), make('div', [link('canvas', `definitions/${encodeURIComponent(draft.definitionId)}`), link('tryOut', `tryouts/${version}`), link('backtest', `backtests/${version}`)], { className: 'own-links' })], { className: 'own-title' }),
      change ? make('p', `${change.author ?? ''} ${time(change.requestedAt)}${change.reason ? ` · ${change.decider ?? ''}：${change.reason}` : ''}`, { className: 'own-who' }) : null,
      change && change.status === 'PENDING' && !change.isAsRequested ? make('p', word('lapsed')) : null,
      change?.status === 'PENDING' ? make('div', window.own.acts(change, again), { className: 'own-acts' }) : null,
      ...differences(draft),
      make('h2', word('gate')), ...[proof(draft, stage)].flat(), stage,
      ...(change ? remarks(change, again) : []),
      ...await record(draft.definitionId));
  };
})();
