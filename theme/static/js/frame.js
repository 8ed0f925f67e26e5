/* A frame on another site shows what its address asks for: `besoin-demarches+gratuit+label-…`, `avec-31555` (one more
   commune), `vue-liste`, `vue-carte`; what is not understood shows what is wrong, never every place. A classic
   script: a frame in a sandbox has an origin of its own, to which a host need not give modules. */
import { added, asked, faultOf, say } from "./frame-choices.js";
import { narrow, withoutTwins } from "./frame-narrow.js";
import "./map-door.js";
import "./frame-look.js";
import { secret, tellWordPress } from "./frame-size.js";

const root = new URL("../../integrer/", document.currentScript.src);
const main = document.querySelector("[data-frame]");
const words = JSON.parse(document.querySelector("script[data-words]").textContent);
const [wrong, faults, status, none, full, back, name] = ["wrong", "faults", "status", "none", "full", "back", "name"]
  .map((part) => document.querySelector(`[data-${part}]`));
const heading = document.querySelector("[data-here] h2");
const told = { count: status.textContent, name: name.textContent, heading: heading && heading.textContent };
const isCommune = main.dataset.kind === "commune";
const sections = () => [...document.querySelectorAll("[data-any]")];

/* Every word that narrows, in the order of the masks, and what it says. */
const notes = [...document.querySelectorAll(".only")];
const narrowing = new Map(notes.map((note) => [note.id, note.querySelector("strong").textContent]));
notes.forEach((note) => note.removeAttribute("id")); // each would narrow the list by itself

async function read(path) {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw response;
  return response;
}

/* The places of another commune, taken from its own frame. Throws RangeError for a code that is nobody's. */
async function add(code) {
  const departement = code.slice(0, /^97/.test(code) ? 3 : 2);
  const { communes } = await read(`communes/${departement}.json`).then((answer) => answer.json(), (answer) => {
    throw answer.status === 404 ? new RangeError(code) : answer;
  });
  if (!communes[code]) throw new RangeError(code);
  const [slug, label, , isFramed] = communes[code];
  if (!isFramed) {
    name.textContent += `, ${label}`; // a commune without places of its own
    return;
  }
  const html = await (await read(`${departement}/${slug}/`)).text();
  const section = new DOMParser().parseFromString(html, "text/html").querySelector("[data-here]");
  name.textContent += `, ${label}`;
  if (!section) return;
  const copy = document.importNode(section, true);
  copy.dataset.added = code;
  copy.querySelector("h2").textContent = label;
  main.insertBefore(copy, sections().find((other) => !("here" in other.dataset)) || none);
}

function show(messages) {
  faults.textContent = "";
  for (const message of messages) {
    const line = document.createElement("li");
    line.textContent = message;
    faults.append(line);
  }
  wrong.hidden = !messages.length;
  status.hidden = messages.length > 0;
  main.dataset.view = messages.length ? "faute" : main.dataset.view;
  if (messages.length) sections().forEach((section) => { section.hidden = true; });
}

/* What leads on keeps the choices: a commune of the list, the full page (which knows no label), the way back. */
function lead(tokens, chosen) {
  full.hash = chosen.filter((token) => !token.startsWith("label-")).join("+");
  const kept = tokens.filter((token) => !/^(retour|avec)-/.test(token));
  const end = secret && `?secret=${secret}`;
  const here = location.pathname.replace(/\/$/, "").split("/integrer/")[1].replace("/", "-");
  for (const link of document.querySelectorAll("[data-masks] a")) link.hash = [...kept, `retour-${here}`].join("+") + end;
  const way = tokens.find((token) => /^retour-(epci-)?\w+$/.test(token)); // of this site, nothing else
  back.hidden = !way;
  if (way) back.firstElementChild.href = new URL(`${way.slice(7).replace("epci-", "epci/")}/#${kept.join("+")}${end}`, root).href;
}

const places = (n) => (n > 1 ? say(words.places, { n }) : words.place);

function count(chosen) {
  const { here, shown } = narrow(sections(), chosen, [...narrowing.keys()], places);
  none.hidden = shown > 0;
  const asItWas = !chosen.length && !document.querySelector("[data-added]");
  const number = here > 1 ? say(words.many, { n: here }) : here ? words.one : words.none;
  const only = chosen.map((token) => narrowing.get(token)).join(", ");
  status.textContent = (asItWas ? told.count : number) + (only ? `, ${say(words.only, { words: only })}` : "");
}

/* The map shows the same places; the page around learns the new height (frame-size.js). */
const tell = (chosen) => document.dispatchEvent(new CustomEvent("filter", { detail: chosen }));

let turn = 0;

async function apply() {
  const mine = ++turn;
  const tokens = asked(location.hash);
  const chosen = tokens.filter((token) => narrowing.has(token));
  document.querySelectorAll("[data-added]").forEach((section) => section.remove());
  name.textContent = told.name;
  main.dataset.view = (tokens.filter((token) => token.startsWith("vue-")).pop() || "vue-tout").slice(4);
  const messages = tokens.map((token) => faultOf(token, [...narrowing.keys()], isCommune, words)).filter(Boolean);
  const codes = messages.length ? [] : added(tokens).filter((code) => code !== main.dataset.code);
  if (heading) heading.textContent = codes.length ? told.name : told.heading;
  if (codes.length) status.textContent = words.loading;
  for (const code of codes) {
    await add(code).catch((error) => messages.push(
      say(error instanceof RangeError ? words.commune : words.lost, { token: `avec-${code}` })));
    if (mine !== turn) return;
  }
  withoutTwins(sections());
  count(chosen);
  show(messages);
  none.hidden = none.hidden || messages.length > 0;
  lead(tokens, chosen);
  tell(chosen);
}

/* No page of the site but a frame may stand in a frame: the others open beside, those of the map's cards too. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !/^http/.test(link.protocol) || link.href.startsWith(root.href)) return;
  Object.assign(link, { target: "_blank", rel: "noopener" });
  // WordPress lets nothing open beside: it goes to pages of this site itself, when it is asked to.
  if (secret && self.origin === "null" && link.host === root.host) {
    event.preventDefault();
    tellWordPress("link", link.href);
  }
}, true);

addEventListener("hashchange", apply);
apply();
