// A table that is sorted by its headings and searched; only so many rows are in the page, however many there are.
// columns: { title, value: row => what is sorted by, text: row => what is shown, number: whether it is one, bad: row => whether to warn }
const showTable = (place, caption, columns, rows, sortBy) => {
  const step = 25;
  let shown = step, column = sortBy, down = true, wanted = "";
  const body = make("tbody"), head = make("tr"), count = make("span");
  const more = make("button", { type: "button", className: "more", onclick: () => { shown += 4 * step; fill(); } }, "Show more");
  const search = make("input", { type: "search", placeholder: "Search", oninput: () => { wanted = search.value.toLowerCase(); shown = step; fill(); } });
  search.setAttribute("aria-label", "Search in: " + caption);
  columns.forEach((c, i) => {
    const button = make("button", { type: "button", onclick: () => { down = column === i ? !down : !!c.number; column = i; fill(); } }, c.title);
    head.append(make("th", { scope: "col", className: c.number ? "number" : "" }, button));
  });
  const text = (c, row) => (c.text || (r => String(c.value(r) ?? "")))(row);
  const fill = () => {
    let list = wanted ? rows.filter(row => columns.some(c => !c.number && text(c, row).toLowerCase().includes(wanted))) : rows.slice();
    if (column !== null) {
      const value = columns[column].value, sign = down ? -1 : 1;
      list.sort((a, b) => {
        const x = value(a), y = value(b);
        return x === y ? 0 : x === null ? 1 : y === null ? -1 : x < y ? -sign : sign;
      });
    }
    [...head.children].forEach((th, i) => th.setAttribute("aria-sort", i !== column ? "none" : down ? "descending" : "ascending"));
    body.replaceChildren(...list.slice(0, shown).map(row => make("tr", {}, ...columns.map(c =>
      make("td", { className: (c.number ? "number" : "") + (c.bad && c.bad(row) ? " bad" : "") }, text(c, row))))));
    count.textContent = `${Math.min(shown, list.length)} of ${list.length}`;
    more.hidden = shown >= list.length;
  };
  const table = make("table", {}, make("thead", {}, head), body);
  table.setAttribute("aria-label", caption);
  place.replaceChildren(make("div", { className: "bar" }, search, count), make("div", { className: "scroll" }, table), more);
  fill();
  return { search: what => { search.value = what; wanted = what.toLowerCase(); shown = step; fill(); } };
};
