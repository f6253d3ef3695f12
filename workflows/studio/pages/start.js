// A call without a valid token while Studio loads would stop it: the token comes first, then Studio, then its element. Our own pages need no Studio.
(async () => {
  'use strict';
  try {
    await Promise.all([window.studioSession.fresh(), window.studioWords]);
    const [page, id] = [window.studioPage, window.studioSubject];
    const { changes, change, tryout, backtest, troubles } = window.own.pages;
    const own = { changes: id ? () => change(id) : changes, tryouts: id && (() => tryout(id)), backtests: id && (() => backtest(id)), troubles }[page];
    if (own) { await own(); return; }
    await window.Blazor.start();
    await window.studioShow();
  } catch (failure) {
    console.error(failure);
    window.studioFailed();
  }
})();
