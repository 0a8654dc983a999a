// A form that came back with an error: the summary takes the focus.
export function start(summary) {
  summary.tabIndex = -1;
  summary.focus();
}
