// A print button is useless without a script, so it is in the page hidden.
export function start(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
