/* What the address asks for is kept by the links to the same page in another language, in easier words, or of the whole
   list. An easy page knows needs alone, one at a time. */

const TWINS = ".languages a, .easy-link a, [data-all], [data-twin], [rel=next], [rel=prev]";

for (const act of ["pointerdown", "click"]) { // the first for what opens beside, the second for the keyboard
  addEventListener(act, ({ target }) => {
    const link = target.closest?.(TWINS);
    if (!link) return;
    const [need = ""] = location.hash.match(/besoin-[a-z-]+/) || [];
    link.hash = link.matches(".easy-link a") ? need : location.hash;
  }, true);
}
