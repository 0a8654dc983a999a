// Reads an article aloud where the browser has a voice for its language; otherwise the button stays hidden.
// <button data-module="listen" data-target="article-body" data-listen="Listen" data-stop="Stop" hidden>
export function start(button) {
  const speech = window.speechSynthesis;
  const text = document.getElementById(button.dataset.target);
  if (!speech || !text) return;

  const words = button.querySelector('[data-words]');
  const language = text.closest('[lang]').lang;
  const voice = () => speech.getVoices().find(v => v.lang.replace('_', '-').split('-')[0] === language.split('-')[0]);
  const say = playing => { words.textContent = playing ? button.dataset.stop : button.dataset.listen; };
  let playing = false;

  const offer = () => { button.hidden = !voice(); };
  offer();
  speech.addEventListener('voiceschanged', offer);
  window.addEventListener('pagehide', () => speech.cancel());

  button.addEventListener('click', () => {
    speech.cancel();
    playing = !playing;
    say(playing);
    if (playing) read();
  });

  // One utterance per paragraph: browsers stop long ones.
  function read() {
    const parts = [...text.querySelectorAll('h2, h3, p, li')].map(part => part.textContent.trim()).filter(Boolean);
    parts.forEach((part, index) => {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.voice = voice();
      utterance.lang = language;
      utterance.rate = 0.9;
      if (index === parts.length - 1) utterance.onend = () => { playing = false; say(false); };
      speech.speak(utterance);
    });
  }
}
