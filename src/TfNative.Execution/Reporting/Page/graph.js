// The graph in layers from left to right. As a hairball of thousands helps nobody, it shows what all else is for and the
// forty that took most time, or one with its neighbours; everything can be reached from box to box, or by name.
const showGraph = (packageTime, targetTime) => {
  const most = 40, place = byId("graph-picture"), bar = byId("graph-bar");
  const levels = {
    packages: { name: packageName, time: packageTime, count: data.packages.length, edges: data.packageEdges },
    targets: { name: targetName, time: targetTime, count: data.targets.length, edges: data.targetEdges },
  };
  for (const level of Object.values(levels)) {
    level.needs = Array.from({ length: level.count }, () => []);
    level.users = Array.from({ length: level.count }, () => []);
    for (let i = 0; i < level.edges.length; i += 2) {
      level.needs[level.edges[i]].push(level.edges[i + 1]);
      level.users[level.edges[i + 1]].push(level.edges[i]);
    }
  }
  let level = levels.packages.count > 1 ? levels.packages : levels.targets, chosen = null;
  const byTime = list => [...list].sort((a, b) => level.time[b] - level.time[a] || a - b);

  // Everything that is shown, in layers: a node stands right of all that need it; circles are cut where they are met.
  const layersOf = nodes => {
    const layer = new Map(), open = new Set();
    const place = node => {
      if (layer.has(node)) return layer.get(node);
      open.add(node);
      const above = level.users[node].filter(user => nodes.has(user) && !open.has(user)).map(place);
      open.delete(node);
      layer.set(node, above.length ? Math.max(...above) + 1 : 0);
      return layer.get(node);
    };
    byTime(nodes).forEach(place);
    const layers = [];
    for (const [node, number] of layer) (layers[number] ??= []).push(node);
    return layers.filter(l => l).map(byTime);
  };
  // Three sweeps of the barycentre method take out most crossings.
  const order = layers => {
    const at = new Map();
    const note = () => layers.forEach(l => l.forEach((node, i) => at.set(node, i / l.length)));
    note();
    for (let sweep = 0; sweep < 3; sweep++) {
      for (const l of layers) {
        const mean = node => {
          const near = [...level.users[node], ...level.needs[node]].filter(n => at.has(n));
          return near.length ? sum(near.map(n => at.get(n))) / near.length : at.get(node);
        };
        const means = new Map(l.map(node => [node, mean(node)]));
        l.sort((a, b) => means.get(a) - means.get(b));
      }
      note();
    }
  };
  const picture = nodes => {
    const layers = layersOf(nodes), boxWidth = 210, boxHeight = 36, gapX = 70, gapY = 10, spot = new Map();
    order(layers);
    const tall = Math.max(...layers.map(l => l.length)) * (boxHeight + gapY);
    layers.forEach((l, column) => l.forEach((node, row) =>
      spot.set(node, { x: column * (boxWidth + gapX) + 2, y: (tall - l.length * (boxHeight + gapY)) / 2 + row * (boxHeight + gapY) + 2 })));
    const longest = Math.max(1, ...[...nodes].map(node => level.time[node]));
    const width = layers.length * (boxWidth + gapX) - gapX + 4, svg = draw("svg", { width, height: tall + 4, role: "group", "aria-label": "Target graph" });
    for (const node of nodes) for (const needed of level.needs[node]) {
      if (!nodes.has(needed)) continue;
      const a = spot.get(node), b = spot.get(needed), x1 = a.x + boxWidth, y1 = a.y + boxHeight / 2, x2 = b.x, y2 = b.y + boxHeight / 2;
      svg.append(draw("path", { d: `M${x1} ${y1}C${x1 + gapX / 2} ${y1} ${x2 - gapX / 2} ${y2} ${x2} ${y2}` }));
    }
    for (const node of nodes) {
      const { x, y } = spot.get(node), name = level.name(node), label = `${name}, ${seconds(level.time[node])}`;
      const group = draw("g", { transform: `translate(${x} ${y})`, tabindex: 0, role: "button", "aria-label": label, class: node === chosen ? "chosen" : "" },
        draw("title", {}, label), draw("rect", { width: boxWidth, height: boxHeight, rx: 4 }),
        draw("rect", { class: "time", y: boxHeight - 4, height: 4, width: boxWidth * level.time[node] / longest }),
        draw("text", { x: 6, y: 14 }, name.length > 31 ? "…" + name.slice(-30) : name),
        draw("text", { x: 6, y: 28, class: "time" }, seconds(level.time[node])));
      group.onclick = () => show(node);
      group.onkeydown = e => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); show(node); } };
      svg.append(group);
    }
    return svg;
  };
  const show = node => {
    chosen = node;
    const all = [...Array(level.count).keys()];
    const roots = all.filter(n => !level.users[n].length && level.needs[n].length).sort((a, b) => level.needs[b].length - level.needs[a].length);
    const nodes = new Set(node === null ? [...roots.slice(0, most / 5), ...byTime(all)].slice(0, most)
      : [node, ...byTime(level.users[node]).slice(0, most / 2), ...byTime(level.needs[node]).slice(0, most / 2)]);
    const left = node === null ? level.count - nodes.size : level.users[node].length + level.needs[node].length + 1 - nodes.size;
    place.replaceChildren(nodes.size ? picture(nodes) : "No actions.");
    note.textContent = left > 0 ? `${nodes.size} shown, ${left} that took less time are not` : `${nodes.size} shown`;
    back.hidden = node === null;
  };
  const choice = make("select", { onchange: () => { level = levels[choice.value]; names(); show(null); } },
    ...Object.keys(levels).map(name => make("option", { value: name, selected: levels[name] === level }, name)));
  choice.setAttribute("aria-label", "Show packages or targets");
  const list = make("datalist", { id: "graph-names" }), note = make("span");
  const find = make("input", { type: "search", placeholder: "Go to", onchange: () => {
    const node = [...Array(level.count).keys()].find(n => level.name(n) === find.value);
    if (node !== undefined) show(node);
  } });
  find.setAttribute("list", "graph-names");
  find.setAttribute("aria-label", "Go to a package or target by name");
  const names = () => list.replaceChildren(...byTime(Array(level.count).keys()).slice(0, 2000).map(n => make("option", { value: level.name(n) })));
  const back = make("button", { type: "button", hidden: true, onclick: () => show(null) }, "Overview");
  bar.append(choice, find, list, back, note);
  names();
  show(null);
};
