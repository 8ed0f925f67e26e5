/* /integrer/: what a town hall chooses becomes one line, shown by the frame itself. Nothing is sent anywhere. */
import { territoryPicker } from "./integrate-territory.js";

const box = document.querySelector("[data-builder]");
const words = JSON.parse(box.querySelector("[data-words]").textContent);
const form = box.querySelector("form");
const [output, code, copied, link, preview, colour, colourTold, height] =
  ["output", "code", "copied", "link", "preview", "colour", "colour-told", "height"]
    .map((name) => box.querySelector(`[data-${name}]`));
const root = new URL("../", location.href);
const site = box.dataset.site || root.href.slice(0, -1);
const say = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, key) => values[key]);
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
const DEFAULT_HEIGHT = form.elements.hauteur.defaultValue;
const field = (name) => form.elements[name].value;

function choices(extra) {
  const chosen = [...form.querySelectorAll("[name=choix]:checked")].map((input) => input.value);
  const tint = form.elements.teinte.checked ? `couleur-${field("couleur").slice(1)}` : "";
  return [...chosen, ...extra, field("vue"), field("theme"), tint].filter(Boolean);
}

function heightOf() {
  const asked = form.elements.hauteur;
  const fits = asked.validity.valid && asked.value;
  asked.setAttribute("aria-invalid", !fits);
  return fits ? asked.value : DEFAULT_HEIGHT;
}

function line(territory, tokens, title, page) {
  const hash = tokens.length ? `#${tokens.join("+")}` : "";
  if (field("forme") === "cadre") {
    return say(box.dataset.line, {
      address: escaped(`${site}/integrer/${territory.path}/${hash}`), title: escaped(title), page: escaped(page), height: heightOf(),
    });
  }
  const attributes = [["territoire", territory.path], ["choix", tokens.join("+")], ["titre", title]]
    .filter(([, value]) => value).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const instead = `<a href="${escaped(page)}">${escaped(say(words.linked, territory))}</a>`;
  return `<script src="${escaped(site)}/integrer/element.js" defer></script>\n<aide-numerique${attributes}>${instead}</aide-numerique>`;
}

function update() {
  const territory = picker.chosen();
  output.hidden = !territory;
  box.querySelector("[data-hint]").hidden = !output.hidden;
  colour.hidden = !form.elements.teinte.checked;
  height.hidden = field("forme") !== "cadre";
  if (colour.hidden) colourTold.textContent = "";
  if (!territory) return;
  const tokens = choices(territory.extra);
  const title = say(words.title, territory);
  const facets = tokens.filter((token) => !/^(label|avec|vue|theme|couleur)-/.test(token)).join("+");
  link.href = `${site}/territoires/${territory.path}/${facets ? `#${facets}` : ""}`;
  link.textContent = link.href;
  code.value = line(territory, tokens, title, link.href);
  copied.textContent = form.elements.hauteur.getAttribute("aria-invalid") === "true" ? say(words.height, { n: DEFAULT_HEIGHT }) : "";
  if (field("forme") === "cadre") preview.height = heightOf();
  // An empty choice after the # would scroll the page to the frame.
  const address = new URL(`integrer/${territory.path}/#${tokens.join("+") || "vue-tout"}`, root).href;
  if (preview.src !== address) preview.src = address;
}

/* The frame in the preview says how tall it is, and which colour it could take. */
addEventListener("message", ({ source, data }) => {
  if (source !== preview.contentWindow || !data || data.annuaire !== "cadre") return;
  if (field("forme") === "element") preview.height = data.height;
  const asked = field("couleur");
  const changed = form.elements.teinte.checked && data.colour && data.colour !== asked;
  const told = changed ? say(words.colour, { asked, used: data.colour }) : "";
  if (told !== colourTold.textContent) colourTold.textContent = told;
});

box.querySelector("[data-copy]").addEventListener("click", () => {
  copied.textContent = "";
  const fail = () => {
    code.select();
    copied.textContent = words.uncopied;
  };
  if (navigator.clipboard) navigator.clipboard.writeText(code.value).then(() => { copied.textContent = words.copied; }, fail);
  else fail();
});

const picker = territoryPicker(box, root, words, say, update);
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
box.hidden = false;
update();
picker.begin(location.hash.slice(1));
addEventListener("hashchange", () => picker.begin(location.hash.slice(1)));
