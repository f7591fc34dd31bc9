// 常用意见: a press puts the phrase at the end of the opinion. Without this file the phrases are not shown.
(() => {
  'use strict';
  for (const phrases of document.querySelectorAll('[data-phrases]')) {
    const field = document.getElementById(phrases.dataset.phrases);
    phrases.hidden = false;
    phrases.addEventListener('click', event => {
      const phrase = event.target.closest('button');
      if (phrase) {
        field.value = (field.value + phrase.textContent).slice(0, field.maxLength);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.focus();
      }
    });
  }
})();
