/* The share box of a place (components/share.html). Nothing leaves the page: the reader's own
   programs send the message. */

/* The addresses in a text, and what is wrong with each other piece: {good: [...], bad: [[piece, fault]]}. */
export function addressesIn(text) {
  const good = [], bad = [];
  const bare = text.replace(/[^,;<>]*<([^<>]*)>/g, "$1"); // «Mairie <mairie@exemple.fr>»
  for (const piece of bare.split(/[\s,;]+/).filter(Boolean)) {
    const [before, after, ...more] = piece.split("@");
    let fault = "";
    if (after === undefined) fault = "at";
    else if (more.length) fault = "comma";
    else if (!before) fault = "before";
    else if (!/^[^.]+(\.[^.]+)*\.[^.\d]{2,}$/.test(after)) fault = "after";
    else if (/[<>()[\]"\\:]|^\.|\.$|\.\./.test(before) || /[<>()[\]"\\:]/.test(after)) fault = "sign";
    if (fault) bad.push([piece, fault]);
    else if (!good.includes(piece)) good.push(piece);
  }
  return { good, bad };
}

export function mailTo(addresses, query) {
  return `mailto:${addresses.map((one) => encodeURIComponent(one).replace("%40", "@")).join(",")}${query}`;
}

function start(box) {
  const words = JSON.parse(box.querySelector("script").textContent);
  const form = box.querySelector("form");
  const field = form.elements.adresses;
  const faults = form.querySelector("[role=alert]");
  const status = box.querySelector("[role=status]");
  const mail = box.querySelector("a[href^='mailto:']");
  const query = mail.href.slice(mail.href.indexOf("?"));
  const address = location.href.split(/[?#]/)[0];
  const say = (text) => { status.textContent = text; };

  function tell(messages) {
    faults.textContent = "";
    for (const message of messages) {
      const line = document.createElement("span");
      line.textContent = message;
      faults.append(line);
    }
    field.setAttribute("aria-invalid", messages.length > 0);
    if (messages.length) field.focus();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say("");
    const { good, bad } = addressesIn(field.value);
    if (bad.length || !good.length) {
      tell(bad.length ? bad.map(([piece, fault]) => words[fault].replace("{address}", piece)) : [words.missing]);
      return;
    }
    tell([]);
    mail.href = mailTo(good, query);
    mail.click();
    say(words.ready);
  });

  const offer = (name, able, act) => {
    const button = box.querySelector(`[data-${name}]`);
    button.closest("li").hidden = !able;
    button.addEventListener("click", () => {
      say("");
      act();
    });
  };
  offer("copy", navigator.clipboard, () => navigator.clipboard.writeText(address)
    .then(() => say(words.copied), () => say(words.uncopied)));
  offer("native", navigator.share, () => navigator.share({ title: document.title, url: address }).catch(() => {}));
  offer("print", true, () => print());
}

const box = typeof document === "undefined" ? null : document.querySelector("[data-share]");
if (box) start(box);
