// 试走: a sample case is walked through a version step by step. 回测: closed cases are replayed through it. Nothing of either is kept.
(() => {
  'use strict';
  const { make, words, ask, table, show, picture, pages } = window.own;
  const word = words({
    tryOut: ['试走', 'Try-out'], tryAbout: ['用一件虚拟案件逐步走一遍本版流程。试走不涉及真实案件，也不通知任何人。', 'A sample case is walked through this version. No real case is touched and nobody is asked.'],
    kind: ['案件类别', 'Kind of case'], county: ['县级审核的案件', 'County case'], city: ['市级审核的案件', 'City case'], joint: ['市级审核、应当联合审核的案件', 'City case for joint review'],
    undo: ['退回一步', 'Back one step'], anew: ['重新开始', 'Start anew'], waits: ['等待办理', 'Waits for'], office: ['承办单位', 'Office'], limit: ['期限', 'Limit'], days: ['{0} 个工作日', '{0} working days'], noLimit: ['不限', 'none'],
    done: ['流程已走到结束。', 'The chain has reached its end.'], way: ['走过的环节', 'The way so far'], opinion: ['审核意见', 'Opinion'], AGREE: ['同意', 'Agree'], AGREE_WITH_CHANGES: ['修改后同意', 'Agree with changes'], DISAGREE: ['不同意', 'Disagree'],
    pending: ['移送事项数', 'Transfers'], picture: ['走到的位置', 'Where the sample stands'], round: ['第 {0} 轮', 'round {0}'],
    backtest: ['回测', 'Backtest'], backAbout: ['把最近办结的案件（最多 1000 件）按原来的办理结果重走本版流程，列出会有哪些不同。新增环节没有记录，按默认出口处理。', 'The newest closed cases (at most 1,000) are replayed through this version with what was recorded. A new step has no record and takes its first port.'],
    running: ['正在回测……', 'Replaying …'], result: ['共回测 {0} 件，其中 {1} 件会有不同，用时 {2} 秒。', '{0} cases replayed, {1} would have been different, in {2} s.'],
    difference: ['不同之处', 'Difference'], cases: ['件数', 'Cases'], each: ['逐案列出', 'Case by case'], edition: ['第 {0} 版', 'version {0}'], name: ['案件', 'Case'], version: ['所用版本', 'Version'], none: ['没有不同', 'No difference'], back: ['返回', 'Back'],
  });
  const fill = (name, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), word(name));
  const starts = {
    county: { route: 'COUNTY_LEGAL', county: 'TRUE', jointRequired: 'FALSE' },
    city: { route: 'MUNI_LEGAL', county: 'FALSE', jointRequired: 'FALSE' },
    joint: { route: 'MUNI_LEGAL+JOINT_REQUIRED+PROVINCIAL_COPY', county: 'FALSE', jointRequired: 'TRUE' },
  };

  /** The facts an answer sets, as the services would set them. */
  function facts(wait, port, answers, chosen) {
    const times = (...ports) => String(answers.filter(a => ports.includes(a.fact)).length + 1);
    switch (wait.step) {
      case 'Review': return port === 'Completed' ? { opinion: chosen.opinion() } : port === 'Returned' ? { returns: times('returns') } : {};
      case 'SubmitReport': case 'Supplement': return { submissions: times('submissions') };
      case 'Dispose': return { transfersPending: port === 'PendingTransfer' ? chosen.pending() : '0' };
      case 'AwaitTransferResults': return { transfersPending: '0' };
      case 'FileWithCity': return { filed: 'TRUE' };
      default: return {};
    }
  }

  function choices(wait) {
    const opinion = make('select', ['AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE'].map(o => make('option', word(o), { value: o })), {}, { 'aria-label': word('opinion') });
    const pending = make('input', '', { type: 'number', min: 1, max: 20, value: '1' }, { 'aria-label': word('pending') });
    const shown = wait.step === 'Review' ? [make('label', [word('opinion'), ' ', opinion])] : wait.step === 'Dispose' ? [make('label', [word('pending'), ' ', pending])] : [];
    return { shown, opinion: () => opinion.value, pending: () => pending.value };
  }

  const back = version => make('p', make('a', word('back'), { href: `/studio/changes/${encodeURIComponent(version.split(':')[0])}` }));

  /** Draws a walk; each answer asks the host where the whole of it leads. */
  pages.tryout = async version => {
    let [kind, answers] = ['county', []];
    const draw = async () => {
      const tried = await ask('tryouts', 'POST', { versionId: version, facts: starts[kind], answers });
      if (!tried) { answers.pop(); return; }
      const start = make('select', Object.keys(starts).map(s => make('option', word(s), { value: s, selected: s === kind })), { onchange: e => { kind = e.target.value; answers = []; draw(); } }, { 'aria-label': word('kind') });
      const waiting = wait => {
        const chosen = choices(wait);
        const take = port => { const set = facts(wait, port, answers, chosen); answers.push({ stepId: wait.stepId, port, facts: set, fact: Object.keys(set)[0] }); draw(); };
        return make('div', [
          make('h3', `${wait.title}${wait.round > 1 ? `（${fill('round', wait.round)}）` : ''}`),
          make('p', `${word('office')}：${wait.office} · ${word('limit')}：${wait.limitWorkingDays ? fill('days', wait.limitWorkingDays) : word('noLimit')}`),
          make('div', [...chosen.shown, ...wait.ports.map(p => make('button', p.name, { type: 'button', onclick: () => take(p.port) }))], { className: 'own-acts' }),
        ], { className: 'own-wait' });
      };
      show(
        back(version), make('h1', `${word('tryOut')}：${tried.name} ${fill('edition', tried.version)}`), make('p', word('tryAbout')),
        make('div', [make('label', [word('kind'), ' ', start]), make('button', word('undo'), { type: 'button', disabled: !answers.length, onclick: () => { answers.pop(); draw(); } }), make('button', word('anew'), { type: 'button', onclick: () => { answers = []; draw(); } })], { className: 'own-acts' }),
        make('h2', word('waits')), ...(tried.waits.length ? tried.waits.map(waiting) : [make('p', tried.incidents[0] ?? word('done'), { className: 'own-good' })]),
        make('h2', word('picture')), make('div', picture(tried.drawing, tried.visited, word('picture')), { className: 'own-stage-picture' }),
        make('h2', word('way')), make('ol', tried.journal.filter(l => l.event === 'Completed' || l.event === 'Faulted').map(l => make('li', `${l.title}${l.detail ? `（${l.detail}）` : ''}`))));
    };
    await draw();
  };

  /** Replays and draws what would have been different. */
  pages.backtest = async version => {
    show(back(version), make('h1', word('backtest')), make('p', word('running'), { role: 'status' }));
    const result = await ask('backtests', 'POST', { versionId: version });
    if (!result) { show(back(version), make('h1', word('backtest'))); return; }
    show(
      back(version), make('h1', `${word('backtest')}：${result.name} ${fill('edition', result.version)}`), make('p', word('backAbout')),
      make('p', fill('result', result.cases, result.changed, (result.milliseconds / 1000).toFixed(1)), { className: 'own-good' }),
      table(['difference', 'cases'].map(word), result.kinds.map(k => [k.text, String(k.count)]), word('none')),
      ...(result.items.length ? [make('h2', word('each')), table(['name', 'version', 'difference'].map(word), result.items.map(i => [make('a', i.name, { href: `/studio/instances/${i.instanceId}` }), i.version, make('td', i.differences.map(d => make('div', d.text)))]), '')] : []));
  };
})();
