// 常用意见: a press puts the phrase at the end of the opinion. Without this file the form is sent to have it put there.
(() => {
  'use strict';
  for (const phrases of document.querySelectorAll('[data-phrases]')) {
    const field = document.getElementById(phrases.dataset.phrases);
    phrases.addEventListener('click', event => {
      const phrase = event.target.closest('button[name=Phrase]');
      if (phrase) {
        event.preventDefault();
        field.value = (field.value + phrase.value).slice(0, field.maxLength);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.focus();
      }
    });
  }
})();
