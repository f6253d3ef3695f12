// The workflow token is fetched with the portal's session, kept in this page's memory and set on every /elsa call: Studio itself
// reads its token once and never learns that it ends.
(() => {
  'use strict';
  const send = window.fetch.bind(window);
  const early = 20_000;
  let token = '', until = 0, asking = null;

  const pause = ms => new Promise(done => setTimeout(done, ms));
  const say = (name, detail) => document.dispatchEvent(new CustomEvent(`session-${name}`, { detail }));

  /** Asks the portal until there is a token: while the person signs in again in another tab, calls wait and nothing is lost. */
  async function ask() {
    for (let told = false; ; await pause(3000)) {
      const answer = await send('/session/workflow-token', { cache: 'no-store', credentials: 'same-origin' }).catch(() => null);
      if (answer?.ok) {
        const given = await answer.json();
        [token, until] = [given.accessToken, Date.now() + given.expiresIn * 1000];
        if (told) { say('back'); }
        return;
      }

      if (answer?.status === 401 && until === 0) { location.assign(`/sign-in?back=${encodeURIComponent(location.pathname)}`); await new Promise(() => {}); }
      if (answer?.status === 403) { say('refused'); await new Promise(() => {}); }
      if (!told) { say(answer?.status === 401 ? 'over' : 'away'); told = true; }
    }
  }

  async function fresh(force) {
    if (force || Date.now() > until - early) {
      asking ??= ask().finally(() => { asking = null; });
      await asking;
    }
    return token;
  }

  const session = window.studioSession = { fresh: () => fresh(false), lease: null };

  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (url.origin !== location.origin || !url.pathname.startsWith('/elsa/')) { return send(input, init); }
    const request = new Request(input, init);
    const again = request.clone();
    const answer = await send(signed(request, await fresh(false)));
    const last = answer.status === 401 ? await send(signed(again, await fresh(true))) : answer;
    if (!last.ok) { document.dispatchEvent(new CustomEvent('elsa-refused', { detail: { method: request.method, path: url.pathname, status: last.status, body: await last.clone().text() } })); }
    return last;
  };

  function signed(request, current) {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${current}`);
    headers.set('Accept-Language', document.documentElement.lang);
    if (session.lease) { headers.set('X-Edit-Lease', session.lease); }
    return new Request(request, { headers });
  }

  // A browser's socket cannot carry a header; the hub takes the token from the address, and it must be the current one.
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(address, protocols) {
      const url = new URL(address, document.baseURI);
      if (url.host === location.host && url.pathname.startsWith('/elsa/')) { url.searchParams.set('access_token', token); }
      super(url, protocols);
    }
  };

  try { localStorage.setItem('BlazorCulture', document.documentElement.lang === 'en' ? 'en-US' : 'zh-CN'); } catch { /* then dates are English */ }
})();
