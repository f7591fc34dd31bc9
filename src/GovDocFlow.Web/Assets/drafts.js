// What is typed and not yet sent is kept in this browser, per user, page and form, and offered again.
// A form with data-autosave="URL" is also sent there at most 20 s after the last key; the page answers 204, or 200 with
// {"version": n}. What is in a form with data-no-draft, and passwords, files and hidden fields, is never kept.
(() => {
  'use strict';
  const user = document.body.dataset.user;
  const keptFor = 14 * 24 * 3600 * 1000;
  const quiet = 2000;
  const longest = 20000;
  const english = document.documentElement.lang === 'en';
  const say = (zh, en) => english ? en : zh;
  const forms = [...document.querySelectorAll('main form[method=post]:not([data-no-draft])')];
  const prefix = 'govdocflow.draft.';

  let store;
  try {
    store = localStorage;
    for (const key of Object.keys(store).filter(name => name.startsWith(prefix))) {
      if (Date.now() - (JSON.parse(store.getItem(key)).at ?? 0) > keptFor) {
        store.removeItem(key);
      }
    }
  } catch {
    return;
  }
  if (!user) {
    // The sign-in page: what was sent with an ended sign-in never arrived, and is offered again.
    if (document.querySelector('[data-expired]')) {
      for (const key of Object.keys(store).filter(name => name.startsWith(prefix))) {
        store.setItem(key, JSON.stringify({ ...JSON.parse(store.getItem(key)), sent: false }));
      }
    }
    return;
  }

  // What the sign-in page has carried over is sent from there, and need not be offered a second time.
  document.querySelector('form[data-kept]')?.addEventListener('submit', event => {
    for (const key of Object.keys(store).filter(name => name.startsWith(`${prefix}${user}:${event.target.dataset.kept}:`))) {
      store.setItem(key, JSON.stringify({ ...JSON.parse(store.getItem(key)), sent: true }));
    }
  });

  const fields = form => [...form.elements].filter(field => field.name && !field.name.startsWith('__')
    && !['hidden', 'password', 'file', 'submit', 'button', 'reset'].includes(field.type) && field.tagName !== 'BUTTON');
  const values = form => fields(form).map(field =>
    [field.name, ['checkbox', 'radio'].includes(field.type) ? `${field.checked}:${field.value}` : field.value]);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  forms.forEach((form, index) => {
    const key = `${prefix}${user}:${location.pathname}:${form.dataset.draft ?? form.id ?? ''}:${index}`;
    const shown = values(form);
    const refused = document.querySelector('[data-refused]');
    const kept = JSON.parse(store.getItem(key) ?? 'null');
    if (kept?.sent && !refused) {
      store.removeItem(key);
    } else if (kept && !same(kept.values, shown) && !refused) {
      offer(form, key, kept);
    }

    let timer;
    let since;
    form.addEventListener('input', () => {
      keep(false);
      since ??= Date.now();
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(0, Math.min(quiet, longest - (Date.now() - since))));
    });
    form.addEventListener('submit', () => {
      clearTimeout(timer);
      keep(true);
    });

    function keep(sent) {
      store.setItem(key, JSON.stringify({ at: Date.now(), values: values(form), sent }));
    }

    async function save() {
      since = undefined;
      const url = form.dataset.autosave;
      if (!url) {
        return;
      }
      const before = values(form);
      const note = form.querySelector('[data-autosaved]');
      try {
        const answer = await fetch(url, { method: 'POST', body: new FormData(form), redirect: 'manual', headers: { Accept: 'application/json' } });
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        if (answer.status === 200) {
          const { version } = await answer.json();
          const field = form.elements.namedItem('Version');
          if (field && version) {
            field.value = version;
          }
        }
        if (same(before, values(form))) {
          store.removeItem(key);
        }
        form.dispatchEvent(new Event('autosaved', { bubbles: true }));
        tell(note, say('已自动保存 ', 'saved ') + new Date().toLocaleTimeString(english ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai' }));
      } catch {
        tell(note, say('未能保存到系统，已保留在本机浏览器', 'not saved to the office; kept in this browser'));
      }
    }
  });

  function tell(note, text) {
    if (note) {
      note.textContent = text;
    }
  }

  function offer(form, key, kept) {
    const bar = document.createElement('div');
    bar.className = 'alert alert-info gf-draft-offer';
    bar.setAttribute('role', 'status');
    const text = document.createElement('span');
    text.textContent = say('有未保存的内容：', 'There is unsaved text from ') + new Date(kept.at).toLocaleString(english ? 'en-GB' : 'zh-CN', { timeZone: 'Asia/Shanghai' });
    const restore = button(say('恢复', 'Restore'), 'btn btn-primary', () => {
      fill(form, kept.values);
      bar.remove();
      form.dispatchEvent(new Event('input', { bubbles: true }));
      fields(form)[0]?.focus();
    });
    const drop = button(say('放弃', 'Discard'), 'btn', () => {
      store.removeItem(key);
      bar.remove();
    });
    bar.append(text, restore, drop);
    form.before(bar);
    for (let panel = form.closest('details'); panel; panel = panel.parentElement.closest('details')) {
      panel.open = true;
    }
  }

  function button(text, classes, does) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = classes;
    made.textContent = text;
    made.addEventListener('click', does);
    return made;
  }

  function fill(form, kept) {
    const all = fields(form);
    kept.forEach(([name, value], index) => {
      const field = all[index]?.name === name ? all[index] : all.find(one => one.name === name);
      if (!field) {
        return;
      }
      if (['checkbox', 'radio'].includes(field.type)) {
        field.checked = value.startsWith('true:');
      } else {
        field.value = value;
      }
    });
  }
})();
