// 流程异常: instances that are stuck or failed, what two administrators do about them, and the reconciler with its reports.
(() => {
  'use strict';
  const { make, words, time, ask, table, cell, show, pages } = window.own;
  const word = words({
    title: ['流程异常与核对', 'Troubles and reconciliation'], about: ['重试或者置于环节须由两名流程管理员办理：一人提出，另一人批准。', 'Trying again or setting to a step is done by two administrators: one asks, the other approves.'],
    troubles: ['异常实例', 'Instances in trouble'], none: ['没有卡住或者出错的流程实例', 'No instance is stuck or has failed'], more: ['显示更多', 'Show more'], name: ['案件', 'Case'], kind: ['情况', 'What'], reason: ['原因', 'Reason'], since: ['停在', 'Since'], act: ['办理', 'Act'],
    Failed: ['出错', 'Failed'], Stuck: ['卡住', 'Stuck'], Idle: ['长期未动', 'Idle'], retry: ['重新通知承办单位', 'Ask the owners again'], set: ['置于环节', 'Set to a step'], action: ['处置方式', 'What to do'], step: ['环节', 'Step'], why: ['处置理由（必填）', 'Reason (needed)'], propose: ['提出处置', 'Ask for it'],
    repairs: ['处置申请', 'Repairs'], noRepairs: ['没有处置申请', 'There are no repairs'], author: ['提出人', 'By'], decider: ['审批人', 'Decided by'], status: ['状态', 'Status'], approve: ['批准处置', 'Approve'], reject: ['不予批准', 'Reject'], own: ['本人提出，须由他人审批', 'Your own: another decides'],
    PENDING: ['待审批', 'Waits'], APPROVED: ['已处置', 'Done'], REJECTED: ['未批准', 'Rejected'], RETRY: ['重新通知', 'Asked again'], SET_TO_STEP: ['置于环节', 'Set to step'],
    reconcile: ['立即核对全部实例', 'Reconcile now'], reports: ['核对报告', 'Reconciliations'], reconcileAbout: ['系统每天自动核对一次：把流程实例与各业务系统登记的环节逐一比对，缺失的重建，不一致的改正。', 'Once a day every instance is compared with what the owners of the steps hold; what is missing is made again, what differs is set.'],
    began: ['开始', 'Began'], ended: ['结束', 'Ended'], by: ['发起人', 'Asked by'], due: ['系统定时', 'Daily'], running: ['进行中', 'Running'], compared: ['比对实例', 'Compared'], made: ['重建', 'Made'], corrected: ['改正', 'Set'], again: ['重新通知', 'Asked again'], noReports: ['还没有核对过', 'None yet'],
  });

  function repair(trouble) {
    const action = make('select', [make('option', word('retry'), { value: 'RETRY' }), make('option', word('set'), { value: 'SET_TO_STEP' })], {}, { 'aria-label': word('action') });
    const step = make('select', trouble.steps.map(s => make('option', s.title, { value: s.stepId })), { disabled: true }, { 'aria-label': word('step') });
    action.onchange = () => { step.disabled = action.value !== 'SET_TO_STEP'; };
    const reason = make('input', '', { type: 'text', placeholder: word('why') }, { 'aria-label': word('why') });
    const send = async () => { if (await ask(`instances/${trouble.instanceId}/repairs`, 'POST', { action: action.value, stepId: step.disabled ? null : step.value, reason: reason.value })) { await pages.troubles(); } };
    return cell([action, step, reason, make('button', word('propose'), { type: 'button', onclick: send })]);
  }

  function decision(r) {
    if (r.status !== 'PENDING') { return word(r.status); }
    if (r.isOwn) { return word('own'); }
    const decide = async act => { if (await ask(`repairs/${r.id}/${act}`, 'POST', {})) { await pages.troubles(); } };
    return cell([make('button', word('approve'), { type: 'button', className: 'own-primary', onclick: () => decide('approve') }), make('button', word('reject'), { type: 'button', onclick: () => decide('reject') })]);
  }

  const instance = (name, id) => make('a', name ?? id, { href: `/studio/instances/${id}` });

  /** Draws the page as it is now. */
  pages.troubles = async (shown = 1) => {
    const [first, repairs, reports] = await Promise.all([ask('troubles'), ask('repairs'), ask('reconciliations')]).then(([t, ...rest]) => [t, ...rest.map(a => a?.items ?? [])]);
    const troubles = [...first?.items ?? []];
    let next = first?.next;
    for (let page = 1; next && page < shown; page++) {
      const more = await ask(`troubles?after=${encodeURIComponent(next)}`);
      troubles.push(...more?.items ?? []);
      next = more?.next;
    }
    const reconcile = async () => { if (await ask('reconcile', 'POST', { caseId: null })) { setTimeout(() => pages.troubles(shown), 2000); await pages.troubles(); } };
    show(
      make('h1', word('title')), make('p', word('about')),
      make('h2', word('troubles')), table(['name', 'kind', 'reason', 'since', 'act'].map(word), troubles.map(t => [instance(t.name, t.instanceId), word(t.kind), t.reason, time(t.updatedAt), repair(t)]), word('none')),
      next ? make('p', make('button', word('more'), { type: 'button', onclick: () => pages.troubles(shown + 1) })) : null,
      make('h2', word('repairs')), table(['name', 'action', 'step', 'reason', 'author', 'decider', 'act'].map(word), repairs.map(r => [instance(r.name, r.instanceId), word(r.action), r.stepId ?? '', r.reason, `${r.author ?? ''} ${time(r.requestedAt)}`, r.decider ? `${r.decider} ${time(r.decidedAt)}` : '', decision(r)]), word('noRepairs')),
      make('div', [make('h2', word('reports')), make('button', word('reconcile'), { type: 'button', onclick: reconcile })], { className: 'own-title' }), make('p', word('reconcileAbout')),
      table(['began', 'ended', 'by', 'compared', 'made', 'corrected', 'again'].map(word), reports.map(r => [time(r.beganAt), r.endedAt ? time(r.endedAt) : word('running'), r.askedBy ?? word('due'), String(r.compared), String(r.made.length), String(r.set.length), String(r.askedAgain)]), word('noReports')));
  };
})();
