/* Tells the page around how tall the frame would like to be, and what it found: integrer/element.js follows, the
   builder shows it. Nothing personal: {annuaire, height, colour, faults}. A page of WordPress that made the frame by
   itself is told in its own words (wp-includes/js/wp-embed.js), with the secret that it gave: it shows no frame before. */

export const secret = (location.hash.match(/[?&#]secret=([a-z0-9]{1,64})(?![\w-])/i) || ["", ""])[1];

/* `message`: "height", or "link" to an address of this site, which WordPress opens in place of its page. */
export const tellWordPress = (message, value) => secret && parent !== window
  && parent.postMessage({ message, value, secret }, "*");

function tell() {
  if (parent === window) return;
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  parent.postMessage({
    annuaire: "cadre",
    height,
    colour: document.documentElement.dataset.colour || "",
    faults: [...document.querySelectorAll("[data-faults] li")].map((line) => line.textContent),
  }, "*");
  tellWordPress("height", height);
}

if ("ResizeObserver" in window) new ResizeObserver(tell).observe(document.body);
document.addEventListener("filter", tell);
tell();
