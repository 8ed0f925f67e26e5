/* The look that the host page asks for: `theme-sombre`, `theme-clair`, `couleur-` and six hex digits. A colour that could not
   be read is made darker, or lighter on a dark ground, until it can (WCAG AA, 4.5:1). */

const root = document.documentElement;

const channels = (hex) => hex.replace("#", "").match(/../g).map((pair) => parseInt(pair, 16));
const written = (colour) => `#${colour.map((one) => Math.round(one).toString(16).padStart(2, "0")).join("")}`;
const mixed = (one, other, part) => one.map((value, i) => value + (other[i] - value) * part);

function luminance(colour) {
  const [r, g, b] = colour.map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/* The colours of a page for one accent, on the grounds that it has. */
function palette(asked, grounds) {
  const dark = luminance(grounds[0]) < 0.2;
  const end = dark ? [255, 255, 255] : [0, 0, 0];
  const soft = mixed(grounds[0], asked, 0.12);
  let part = 0;
  let accent = asked;
  while ([...grounds, soft].some((ground) => contrast(accent, ground) < 4.5)) {
    part += 0.02;
    accent = mixed(asked, end, part);
  }
  const on = dark ? [0, 0, 0] : [255, 255, 255];
  return { accent, strong: mixed(accent, end, 0.25), soft, on };
}

function paint(tokens) {
  const theme = tokens.find((token) => /^theme-(clair|sombre)$/.test(token));
  const hex = tokens.find((token) => /^couleur-[0-9a-f]{6}$/i.test(token));
  root.dataset.theme = theme ? theme.slice(6) : "";
  const names = { accent: "--accent", strong: "--accent-strong", soft: "--accent-soft", on: "--on-accent" };
  Object.values(names).forEach((name) => root.style.removeProperty(name));
  root.dataset.colour = "";
  if (!hex) return;
  const now = getComputedStyle(root);
  const grounds = ["--paper", "--card", "--sunk"].map((name) => channels(now.getPropertyValue(name).trim()));
  const colours = palette(channels(hex.slice(8)), grounds);
  for (const [name, property] of Object.entries(names)) root.style.setProperty(property, written(colours[name]));
  root.dataset.colour = written(colours.accent);
}

const look = () => paint(location.hash.slice(1).split(/[+?&#]|:~:/));
look();
addEventListener("hashchange", look);
const scheme = matchMedia("(prefers-color-scheme: dark)");
if (scheme.addEventListener) scheme.addEventListener("change", look);
