/* Cards of places: of a line of the index of texts, or those of the page of a commune. */

/* Makes cards of the template of `box`. `zoneOf`: code of a département → its clock, none: Paris; `unread`: said
   before hours that nobody could read; `opening`: the module open-now.js, `sentences`: its words. */
export function cards(box, { at, signs, zoneOf, unread, opening, sentences }) {
  const speak = opening.speaker(sentences, document.documentElement.lang);
  const template = box.querySelector("template").content;

  return function card([path, name, commune, needs, phone, number, hours]) {
    const item = template.cloneNode(true).querySelector("li");
    const [title, where, now, list, call] = ["h3 a", ".quiet span", ".now", ".needs", ".call"].map((one) => item.querySelector(one));
    title.href = at(path);
    title.textContent = signs(name);
    where.textContent = signs(commune);
    [...list.children].forEach((need, i) => needs.includes(i) || need.remove());
    if (!needs) list.remove();
    call.href = `tel:${number}`;
    call.querySelector("b").textContent = phone;
    if (!number) call.parentNode.remove();
    const minutes = opening.clock(zoneOf(path.split("/")[1]) || "Europe/Paris", new Date());
    const [, old, permanence, code] = /^(?:\*(\d*)\*)?(\^?)(.*)/.exec(hours || ""); // from when unchecked for long; of a person, not of the door
    const found = code && code[0] !== "=" && opening.stateAt(opening.read(code, minutes), minutes);
    if (hours && hours[0] === "=") { // nobody could read them: as they were typed
      now.hidden = false;
      now.dataset.state = "ask";
      now.querySelector("b").textContent = `${unread} ${hours.slice(1)}`;
    } else if (found) {
      now.hidden = false;
      now.dataset.state = found.state;
      const isOld = old !== undefined && opening.isOld(old.replace(/(....)(..)(..)/, "$1-$2-$3"), minutes);
      const state = speak.state(found, minutes, number ? sentences.call : sentences.check, Boolean(permanence));
      now.querySelector("b").textContent = isOld && found.state !== "ask" ? speak.inPrinciple(state) : state;
    }
    return item;
  };
}

/* The cards of the page of a commune, at `address`, that say they help for `need`: in its useful order. */
export async function cardsNear(address, need) {
  const answer = await fetch(address);
  if (!answer.ok) throw answer;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[data-place]")]
    .filter(({ dataset }) => dataset.facets.split(" ").includes(`besoin-${need}`))
    .map((one) => {
      const card = document.importNode(one, true);
      card.querySelectorAll(".km > span").forEach((number) => number.remove()); // its number on the map of that page
      for (const link of card.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
      return card;
    });
}

const STEP = 10; // results at a time

/* Fills `list` with cards; `more`: the button for the next ones; `told`: says how many there are, of how many. */
export function lister(list, more, card, told) {
  /* Each as soon as it and those before it are there; `first`: lines that stand before those of `hits`, among which
     they may be too. What showed already is replaced at once, and keeps the focus. */
  return async function present(index, first, hits, isCurrent) {
    const known = new Set(first.map(([path]) => path));
    const waiting = first.map((line) => Promise.resolve(line));
    let to = 0, old = [...list.children];
    const next = async () => {
      for (let shown = 0; shown < STEP && (waiting.length || to < hits.length);) {
        if (!waiting.length) {
          waiting.push(...index.lines(hits.slice(to, to += STEP)).map((line) => line.then((one) => (known.has(one[0]) ? null : one))));
        }
        const line = await waiting.shift();
        if (!isCurrent()) return;
        if (!line) continue;
        const item = card(line), before = old.shift();
        const isHeld = before && before.contains(document.activeElement);
        if (before) before.replaceWith(item);
        else list.append(item);
        if (isHeld) item.querySelector("a").focus();
        shown++;
      }
      for (const before of old.splice(0)) before.remove();
      more.hidden = !waiting.length && hits.length <= to;
    };
    await next();
    more.onclick = async () => {
      const from = list.children.length;
      await next();
      told(list.children.length, Math.max(hits.length, list.children.length));
      if (list.children[from]) list.children[from].querySelector("a").focus();
    };
  };
}
