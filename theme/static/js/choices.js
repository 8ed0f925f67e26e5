/* The boxes and the département by which results of the search are narrowed. */

/* `chosen`: filters for Pagefind; `count`: shows how many places each box would leave. */
export function choices(form, select, boxes) {
  function chosen() {
    const filters = select.value ? { departement: { any: [select.value] } } : {};
    for (const { name, value, checked } of boxes) {
      if (checked) (filters[name] = filters[name] || { any: [] }).any.push(value);
    }
    return filters;
  }

  function count(totals) {
    for (const { name, value, checked, parentNode } of boxes) {
      const n = (totals[name] || {})[value] || 0;
      parentNode.hidden = !n && !checked;
      parentNode.querySelector("[data-number]").textContent = `(${n})`;
    }
    for (const group of form.querySelectorAll("fieldset")) group.hidden = !group.querySelector("label:not([hidden])");
  }

  return { chosen, count };
}
