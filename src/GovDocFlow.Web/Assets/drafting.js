// The form of a draft: uploads with progress, and nothing unsaved is submitted. The checklist beside it follows by htmx.
// Every page works without this file.
(() => {
  'use strict';
  const english = document.documentElement.lang === 'en';
  const say = (zh, en) => english ? en : zh;
  const form = document.getElementById('draft');
  if (!form) {
    return;
  }
  let unsaved = false;

  form.addEventListener('input', () => { unsaved = true; });
  form.addEventListener('autosaved', saved);

  function saved() {
    unsaved = false;
    setVersion(form.elements.namedItem('Version').value);
  }

  function setVersion(version) {
    for (const field of document.querySelectorAll('input[name="Version"]')) {
      field.value = version;
    }
  }

  // The first saving gives the new draft its place; from then on it saves itself there.
  if (form.dataset.creates) {
    let timer;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      if (!form.dataset.autosave && form.checkValidity()) {
        timer = setTimeout(create, 2000);
      }
    });
    form.addEventListener('submit', () => clearTimeout(timer));
  }

  async function create() {
    const answer = await fetch(form.dataset.creates, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
    if (!answer.ok || form.dataset.autosave) {
      return;
    }
    const { id, version } = await answer.json();
    const place = `/documents/${id}/edit`;
    setVersion(version);
    form.action = place;
    form.dataset.autosave = `${place}?handler=Autosave`;
    history.replaceState(null, '', place);
    const on = document.querySelector('[data-go-on]');
    on.querySelector('a').href = place;
    on.hidden = false;
    document.querySelector('[data-after-saving]').hidden = true;
    form.querySelector('[data-autosaved]').textContent = say('已自动保存', 'saved');
  }

  const submission = document.getElementById('submission');
  submission?.addEventListener('submit', async event => {
    if (!unsaved) {
      return;
    }
    event.preventDefault();
    const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
    if (answer.ok) {
      setVersion((await answer.json()).version);
      unsaved = false;
      submission.requestSubmit();
    } else {
      // The form says itself what is wrong with it.
      form.requestSubmit();
    }
  });

  for (const zone of document.querySelectorAll('[data-upload]')) {
    const uploading = zone.querySelector('form');
    const input = uploading.querySelector('input[type=file]');
    uploading.addEventListener('submit', event => {
      event.preventDefault();
      send(zone, input.files[0]);
    });
    input.addEventListener('change', () => input.files.length > 0 && send(zone, input.files[0]));
    zone.addEventListener('dragover', event => {
      event.preventDefault();
      zone.classList.add('gf-over');
    });
    zone.addEventListener('dragleave', () => zone.classList.remove('gf-over'));
    zone.addEventListener('drop', event => {
      event.preventDefault();
      zone.classList.remove('gf-over');
      if (event.dataTransfer.files.length > 0) {
        send(zone, event.dataTransfer.files[0]);
      }
    });
  }

  // One after the other: each upload makes a version, on which the next one builds.
  let queue = Promise.resolve();
  function send(zone, file) {
    if (file) {
      queue = queue.then(() => upload(zone, file)).catch(() => {});
    }
  }

  function upload(zone, file) {
    const uploading = zone.querySelector('form');
    const note = zone.querySelector('[data-progress]');
    const bar = document.createElement('progress');
    bar.max = file.size || 1;
    bar.setAttribute('aria-label', file.name);
    const text = document.createElement('span');
    text.textContent = say(`正在上传 ${file.name}`, `uploading ${file.name}`);
    note.replaceChildren(text, bar);
    const body = new FormData();
    for (const field of uploading.querySelectorAll('input[type=hidden]')) {
      body.append(field.name, field.value);
    }
    body.append('file', file);
    return new Promise(done => {
      const request = new XMLHttpRequest();
      request.open('POST', zone.dataset.upload);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', event => { bar.value = event.loaded; });
      request.addEventListener('loadend', () => {
        uploading.querySelector('input[type=file]').value = '';
        if (request.status === 200) {
          const kept = JSON.parse(request.responseText);
          setVersion(Number(uploading.elements.namedItem('Version').value) + 1);
          zone.dispatchEvent(new Event('uploaded', { bubbles: true }));
          note.textContent = say(`已上传 ${kept.name}，${kept.size} 字节，第 ${kept.version} 版，SHA-256 ${kept.sha256}`,
            `uploaded ${kept.name}, ${kept.size} bytes, version ${kept.version}, SHA-256 ${kept.sha256}`);
        } else {
          refused(note, request.responseText);
        }
        done();
      });
      request.send(body);
    });
  }

  function refused(note, answer) {
    const page = new DOMParser().parseFromString(answer, 'text/html');
    const why = page.querySelector('[data-refused]') ?? page.querySelector('main');
    const box = document.createElement('div');
    box.className = 'alert alert-danger d-block mb-0';
    box.setAttribute('role', 'alert');
    box.textContent = why ? [...why.querySelectorAll('h2, li')].map(line => line.textContent.trim()).join(' ') || why.textContent.trim() : say('上传失败，请重试。', 'The upload failed; try again.');
    note.replaceChildren(box);
  }
})();
