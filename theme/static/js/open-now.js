/* Open now? Computed from the dated hours of the half-year, in the place's own time (docs/adr/0004-hours.md).
   Elements: [data-hours] (components/opening.html), [data-from] (announcements of a place). */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DAY = 1440;
const clocks = {};

/* The clock of a zone, in minutes; `new Date(minutes * 6e4)` shows it in its UTC fields. */
export function clock(zone, date) {
  clocks[zone] = clocks[zone] || new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const part = {};
  for (const { type, value } of clocks[zone].formatToParts(date)) part[type] = value;
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) / 6e4;
}

/* Whether nobody has checked for long: on a day, from the day of `data-old` on (ISO 8601), or for ever when it is "". */
export const isOld = (old, now) => !old || new Date(now * 6e4).toISOString() >= old;

const SEEN = 60; // days that are read

/* First minute, last minute, and spans in order: `kind` is "" (open), "~" (open by appointment), "?" or "!" (we do
   not know). Of a code of months, the days around the minute `now`. */
export function read(code, now) {
  const [first, kinds, usual, count, changes = ""] = code.split(" ");
  const days = count ? Array.from({ length: Number(count) }, (_, number) => usual[number % usual.length]) : [...usual];
  for (const [, letter, from, length] of changes.matchAll(/(.)(..)(.)/g)) {
    const at = parseInt(from, 36);
    days.fill(letter, at, at + parseInt(length, 36));
  }
  const table = kinds.split("/");
  const start = Date.UTC(first.slice(0, 4), first.slice(4, 6) - 1, first.slice(6)) / 6e4;
  const yesterday = count ? Math.max(0, Math.floor((now - start) / DAY) - 1) : 0;
  const last = count ? Math.min(days.length, yesterday + SEEN) : days.length;
  const spans = [];
  days.slice(0, last).forEach((letter, number) => {
    if (number < yesterday) return;
    const midnight = start + number * DAY;
    const text = table[LETTERS.indexOf(letter)];
    for (const span of text.match(/[?!~]?\d{8}/g) || []) {
      const [hour, minute, lastHour, lastMinute] = span.match(/\d\d/g).map(Number);
      const kind = span.replace(/\d/g, "");
      const from = midnight + hour * 60 + minute;
      const to = midnight + lastHour * 60 + lastMinute;
      const before = spans[spans.length - 1];
      if (before && before.to >= from && before.kind === kind) before.to = to;
      else spans.push({ from, to, kind });
    }
  });
  return { start: start + yesterday * DAY, end: start + last * DAY, spans };
}

/* What a person finds at the door: {state: "open", until}, {state: "closed", next, kind}, {state: "ask", kind}; null
   outside the days that the build computed. By appointment, now or next, nobody may simply come. */
export function stateAt({ start, end, spans }, now) {
  if (now < start || now >= end) return null;
  const here = spans.find(({ from, to }) => from <= now && now < to);
  if (here && !here.kind) return { state: "open", until: here.to < end ? here.to : null };
  const ahead = spans.filter(({ from }) => from > now);
  const doubt = here || ahead.filter(({ from, kind }) => kind !== "~" && midnightOf(from) === midnightOf(now))[0];
  if (doubt && doubt.kind) return { state: "ask", kind: doubt.kind };
  const next = ahead.find(({ kind }) => !kind || kind === "~");
  return { state: "closed", next: next ? next.from : null, kind: next ? next.kind : "" };
}

const isSure = ({ kind }) => !kind || kind === "~";
const midnightOf = (minutes) => minutes - (minutes % DAY);
const fill = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);

/* Sentences in the reader's language. `all`: those of components/opening.html. */
export function speaker(all, language) {
  const words = { ...all };
  /* The hours are those of a person (`is`), or those of a door. */
  const ofPerson = (is) => ["old", "open", "until", "soon", "closed", "later", "tomorrow", "day", "date", "ask", "none"]
    .forEach((name) => { words[name] = all[is ? `permanence_${name}` : name]; });

  const names = (options) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
    return (minutes) => format.formatToParts(new Date(minutes * 6e4))
      .map(({ type, value }) => (type === "day" && value === "1" ? words.first : value)).join("");
  };
  const weekday = names({ weekday: "long" });
  const date = names({ weekday: "long", day: "numeric", month: "long" });
  const time = (minutes) => {
    const m = minutes % 60, h = (minutes % DAY - m) / 60;
    if (!h && !m) return words.midnight;
    const text = fill(m ? words.minutes : words.hour, { h, m: String(m).padStart(2, "0") });
    return text.replace(/ /g, "\u202f"); // never cut at the end of a line
  };

  function opens({ next, kind }, now) {
    const days = (midnightOf(next) - midnightOf(now)) / DAY;
    const values = { time: time(next), day: days < 7 ? weekday(next) : date(next) };
    const text = fill([words.later, words.tomorrow][days] || (days < 7 ? words.day : words.date), values);
    return kind ? `${text} (${words.appointment})` : text;
  }

  return {
    state(found, now, advice, permanence) {
      ofPerson(permanence);
      const asked = { "!": words.holiday, "~": words.booked }[found.kind];
      if (found.state === "ask") return fill(asked || words.ask, { advice });
      if (found.state === "closed") return found.next ? opens(found, now) : words.closed;
      const left = found.until - now;
      if (!found.until || left >= DAY) return words.open;
      return fill(left > 30 ? words.until : words.soon, { time: time(found.until) });
    },
    /* Of what `state` has just said. */
    inPrinciple: (state) => fill(words.old, { state: state[0].toLocaleLowerCase(language) + state.slice(1) }),
    /* The hours of today, with what is left of the night before. */
    today(hours, now, permanence) {
      ofPerson(permanence);
      return fill(words.today, { hours: ofDay(hours, midnightOf(now)) || words.none });
    },
    /* Those of today when some are left, then those of the next open day. */
    days(hours, now, permanence) {
      const day = midnightOf(now);
      const ahead = hours.spans.filter((span) => isSure(span) && span.to > now);
      const told = ahead.some(({ from }) => from < day + DAY) ? [this.today(hours, now, permanence)] : [];
      const next = ahead.find(({ from }) => from >= day + DAY);
      if (!next) return told;
      const then = midnightOf(next.from), away = (then - day) / DAY;
      const name = away < 7 ? weekday(then) : date(then);
      const text = fill(away > 1 ? words.next : words.next_tomorrow, { day: name, hours: ofDay(hours, then) });
      return [...told, text[0].toLocaleUpperCase(language) + text.slice(1)];
    },
  };

  /* The certain hours of a day; a night ends on the next morning. */
  function ofDay({ spans }, day) {
    const next = day + DAY;
    return spans.filter((span) => isSure(span) && span.from < next && span.to > day)
      .map(({ from, to, kind }) => {
        const start = Math.max(from, day), end = to > next + DAY / 2 ? next : to;
        const text = end - start >= DAY ? words.whole : fill(words.span, { from: time(start), to: time(end) });
        return kind ? `${text} (${words.appointment})` : text;
      }).join(`${words.and} `);
  }
}

function start() {
  const source = document.querySelector("[data-opening-words]");
  if (!source) return;
  const words = JSON.parse(source.textContent);
  const speak = speaker(words, document.documentElement.lang);
  const lines = new Map(); // by element
  const messages = [...document.querySelectorAll("[data-from]")];

  function show(line) {
    const { element, data } = line;
    const now = clock(data.zone, new Date());
    if (midnightOf(now) !== line.day) Object.assign(line, { day: midnightOf(now), hours: read(data.hours, now) });
    const { hours } = line;
    const found = stateAt(hours, now);
    element.hidden = !found;
    data.state = found ? found.state : "";
    if (!found) return;
    const state = speak.state(found, now, "call" in data ? words.call : words.check, "permanence" in data);
    const told = ["old" in data && isOld(data.old, now) && found.state !== "ask" ? speak.inPrinciple(state) : state];
    if (data.told === "days") told.push(...speak.days(hours, now, "permanence" in data));
    else if (data.told && found.state !== "ask") told.push(speak.today(hours, now, "permanence" in data));
    if (line.told === told.join()) return;
    line.told = told.join();
    element.textContent = "";
    told.forEach((text, number) => {
      const part = document.createElement(number ? "span" : "b");
      part.textContent = text.replace(/–/g, "–\u2060"); // a line may end after a dash
      element.append(part);
    });
  }

  function refresh() {
    for (const element of document.querySelectorAll("[data-hours]")) {
      if (!lines.has(element)) lines.set(element, { element, data: element.dataset });
    }
    lines.forEach(show);
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
    for (const message of messages) {
      const { from, to } = message.dataset;
      message.hidden = today < from || Boolean(to && today > to);
    }
    document.dispatchEvent(new Event("opening"));
  }

  (function tick() {
    refresh();
    setTimeout(tick, 6e4 - (Date.now() % 6e4));
  })();
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  document.addEventListener("cards", refresh); // some came, on the map
}

if (typeof document !== "undefined") start();
