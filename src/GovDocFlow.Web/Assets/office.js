// Keys, dialogs and small comforts. Every page works without this file.
(() => {
  'use strict';
  const offKey = 'govdocflow.single-keys';
  const keys = document.getElementById('keys');

  const remembered = name => { try { return localStorage.getItem(name); } catch { return null; } };
  const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* Private windows keep nothing. */ } };
  const singleKeys = () => remembered(offKey) !== 'off';

  for (const box of document.querySelectorAll('[data-single-keys]')) {
    box.checked = singleKeys();
    box.addEventListener('change', () => remember(offKey, box.checked ? 'on' : 'off'));
  }

  const rows = () => [...document.querySelectorAll('[data-rows] > *')].filter(row => row.querySelector('a[href]'));
  function move(step) {
    const all = rows();
    if (all.length === 0) {
      return;
    }
    const at = all.findIndex(row => row.classList.contains('gf-here'));
    all[at]?.classList.remove('gf-here');
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    next.classList.add('gf-here');
    next.querySelector('a[href]').focus();
  }

  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable], dialog[open]');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !singleKeys()) {
      return;
    }
    const does = {
      '/': () => document.getElementById('search')?.focus(),
      '?': () => keys?.showModal(),
      j: () => move(1),
      k: () => move(-1),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-opens]');
    if (opener) {
      document.getElementById(opener.dataset.opens)?.showModal();
    }
    for (const menu of document.querySelectorAll('details.gf-menu[open]')) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
  });
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && document.querySelector('details.gf-menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  // A refusal is read first; the key of the form keeps a second press from acting twice, this keeps it from waiting twice.
  document.querySelector('[data-refused]')?.focus();
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method === 'post' && !event.defaultPrevented && !form.hasAttribute('data-autosave')) {
      setTimeout(() => form.querySelectorAll('button[type=submit]').forEach(button => { button.disabled = true; }));
    }
  });
  addEventListener('pageshow', event => {
    if (event.persisted) {
      document.querySelectorAll('form[method=post] button[type=submit]').forEach(button => { button.disabled = false; });
    }
  });
  for (const control of document.querySelectorAll('[data-submits]')) {
    control.addEventListener('change', () => control.form.requestSubmit());
  }
  for (const printer of document.querySelectorAll('[data-prints]')) {
    printer.hidden = false;
    printer.addEventListener('click', () => print());
  }
})();
