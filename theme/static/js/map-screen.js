/* The map on the whole screen, where the browser can. */

export function fullScreen(shell, control, { signal }) {
  control.hidden = !document.fullscreenEnabled;
  control.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else shell.requestFullscreen().catch(() => {});
  });
  document.addEventListener("fullscreenchange", () => {
    control.setAttribute("aria-pressed", document.fullscreenElement === shell);
  }, { signal });
}
