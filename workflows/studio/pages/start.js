// A call without a valid token while Studio loads would stop it: the token comes first, then Studio, then its element. Changes need no Studio.
(async () => {
  'use strict';
  try {
    await Promise.all([window.studioSession.fresh(), window.studioWords]);
    if (window.studioPage === 'changes') { await window.studioChanges(); return; }
    await window.Blazor.start();
    await window.studioShow();
  } catch (failure) {
    console.error(failure);
    window.studioFailed();
  }
})();
