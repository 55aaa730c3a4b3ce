'use strict';
(() => {
  const root = document.documentElement;
  const content = document.getElementById('content');
  const status = document.getElementById('status');
  const words = status.dataset;
  const session = document.querySelector('meta[name=session]')?.content;
  const hosts = /^https:\/\/(?:[a-z0-9-]+\.)*(?:teams\.microsoft\.(?:com|us)|cloud\.microsoft|office\.com|microsoft365\.com)$/;

  // The part of Teams' client protocol that a tab needs: its messages are answered by number. On a phone there is no frame, but a bridge.
  const patience = 10_000;
  const bridge = parent === window ? window.nativeInterface : null;
  const isOutside = parent === window && !bridge;
  const waiting = new Map();
  let host = null;
  let number = 0;
  const send = (func, args) => {
    const message = { id: ++number, func, timestamp: Date.now(), args };
    if (bridge)
      bridge.framelessPostMessage(JSON.stringify(message));
    else
      parent.postMessage(message, host ?? '*');
    return number;
  };
  const ask = (func, ...args) => new Promise(resolve => waiting.set(send(func, args), resolve));
  const soon = answer => Promise.race([answer, new Promise((_, reject) => setTimeout(() => reject(new Error('outside')), patience))]);
  const tell = (func, ...args) => send(func, args);
  const theme = name => { root.dataset.theme = name === 'dark' || name === 'contrast' ? name : 'light'; };
  const hear = ({ id, func, args = [] }) => {
    if (func === 'themeChange') {
      theme(args[0]);
    } else if (waiting.has(id)) {
      waiting.get(id)(args);
      waiting.delete(id);
    }
  };
  if (bridge)
    window.onNativeMessage = event => hear(event?.data ?? {});
  addEventListener('message', event => {
    if (isOutside || bridge || event.source !== parent || !hosts.test(event.origin) || (host && event.origin !== host) || !event.data)
      return;
    host = event.origin;
    hear(event.data);
  });

  async function begin() {
    if (session || isOutside)
      return;
    // Whoever frames the page and does not answer is not Teams.
    await soon(ask('initialize', '2.0.0', 4));
    tell('registerHandler', 'themeChange');
    const [context] = await ask('getContext');
    theme(context?.theme ?? context?.app?.theme);
    tell('appInitialization.appLoaded', '2.0.0');
    tell('appInitialization.success', '2.0.0');
  }

  async function token() {
    if (session)
      return session;
    if (isOutside)
      throw new Error('outside');
    const [granted, result] = await ask('authentication.getAuthToken', [], [], false);
    if (!granted)
      throw new Error('refused');
    return result;
  }

  async function read(query, signal) {
    const answer = await fetch('tab/content?' + query, { signal, headers: { Authorization: 'Bearer ' + await token() } });
    if (!answer.ok)
      throw new Error(answer.status === 404 ? 'empty' : answer.status === 401 || answer.status === 403 ? 'refused' : 'failed');
    return answer.text();
  }

  const failed = problem => { status.textContent = words[problem.message] ?? words.failed; };
  const fragment = html => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  };

  // What was opened stays open: the tables that are shown whole, and the page of the quotes.
  const open = new Set();
  let page = 1;
  let asked = new AbortController();

  // Whether it shows what was asked for. Only the latest question is answered: the bot does not work for those before.
  async function results(focus = null, all = [...open].join(' ')) {
    asked.abort();
    const { signal } = asked = new AbortController();
    const query = new URLSearchParams(new FormData(document.getElementById('filter')));
    query.set('part', 'results');
    query.set('all', all);
    query.set('page', page);
    try {
      const html = await read(query, signal);
      if (signal.aborted)
        return false;
      document.getElementById('results').replaceChildren(fragment(html));
      status.textContent = document.getElementById('found').textContent;
      (focus && document.getElementById(focus))?.focus();
      return true;
    } catch (problem) {
      if (!signal.aborted)
        failed(problem);
      return false;
    }
  }

  function choose() {
    page = 1;
    results();
  }

  let typing = 0;
  addEventListener('input', event => {
    if (event.target.closest('#filter')) {
      clearTimeout(typing);
      typing = setTimeout(choose, event.target.type === 'search' ? 250 : 0);
    }
  });
  addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(typing);
    choose();
  });
  addEventListener('click', async event => {
    const button = event.target.closest('button[data-do]');
    if (!button)
      return;
    const { do: act, value, focus } = button.dataset;
    if (act === 'print') {
      if (await results(null, '*'))
        print();
    } else if (act === 'quote') {
      try {
        const whole = await read(new URLSearchParams({ part: 'quote', quote: value }));
        const place = document.getElementById(focus);
        place.replaceChildren(fragment(whole));
        place.focus();
        button.remove();
      } catch (problem) {
        failed(problem);
      }
    } else {
      if (act === 'all')
        open.add(value);
      else
        page = value;
      await results(focus);
    }
  });

  (async () => {
    try {
      await begin();
      content.replaceChildren(fragment(await read(new URLSearchParams())));
      const readout = document.getElementById('readout');
      root.lang = readout.lang;
      root.dir = readout.dir;
      document.title = readout.dataset.title;
      status.textContent = document.getElementById('found').textContent;
    } catch (problem) {
      failed(problem);
    }
  })();
})();
