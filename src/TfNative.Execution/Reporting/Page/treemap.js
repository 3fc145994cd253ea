// Squarified treemap (Bruls, Huizing, van Wijk 2000) of buttons, so that a keyboard reaches them; the smallest are one box.
const squarify = (items, x, y, width, height) => {
  const total = sum(items.map(item => item.time)), result = [];
  let scale = total ? width * height / total : 0, i = 0;
  while (i < items.length) {
    const side = Math.min(width, height), row = [];
    let area = 0, worst = Infinity;
    for (; i < items.length; i++) {
      const next = area + items[i].time * scale;
      const largest = (row[0] || items[i]).time * scale, smallest = items[i].time * scale;
      const ratio = Math.max(side * side * largest / (next * next), next * next / (side * side * smallest));
      if (row.length && ratio > worst) break;
      [worst, area] = [ratio, next];
      row.push(items[i]);
    }
    const thick = side ? area / side : 0;
    let along = 0;
    for (const item of row) {
      const long = thick ? item.time * scale / thick : 0;
      result.push(width >= height ? { item, x, y: y + along, width: thick, height: long } : { item, x: x + along, y, width: long, height: thick });
      along += long;
    }
    if (width >= height) [x, width] = [x + thick, width - thick];
    else [y, height] = [y + thick, height - thick];
  }
  return result;
};
const showTreemap = (packageTime, targetTime, onTarget) => {
  const place = byId("treemap"), bar = byId("treemap-bar"), most = 200;
  let chosen = null;
  const show = number => {
    chosen = number;
    const inside = number === null
      ? data.packages.map((_, i) => ({ name: packageName(i), time: packageTime[i], choose: () => show(i) }))
      : data.targets.map((_, i) => i).filter(i => data.packageOf[i] === number)
        .map(i => ({ name: targetName(i), time: targetTime[i], choose: () => onTarget(targetName(i)) }));
    const items = inside.filter(item => item.time > 0).sort((a, b) => b.time - a.time);
    const rest = items.splice(most);
    if (rest.length) items.push({ name: `${rest.length} smaller ones`, time: sum(rest.map(item => item.time)) });
    const width = place.clientWidth, height = place.clientHeight;
    place.replaceChildren(...squarify(items, 0, 0, width, height).map(({ item, ...box }, i) => {
      const text = `${item.name} ${seconds(item.time)}`;
      const element = item.choose ? make("button", { type: "button", title: text, onclick: item.choose }) : make("span", { title: text });
      element.setAttribute("aria-label", text);
      if (box.width > 44 && box.height > 17) element.textContent = text;
      Object.assign(element.style, { left: box.x + "px", top: box.y + "px", width: box.width + "px", height: box.height + "px", background: `var(--c${i % 7})` });
      return element;
    }));
    bar.replaceChildren(number === null ? "All packages" : make("button", { type: "button", onclick: () => show(null) }, "All packages"),
      number === null ? "" : packageName(number));
  };
  show(null);
  new ResizeObserver(() => show(chosen)).observe(place);
};
