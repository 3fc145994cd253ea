// The time line is painted on a canvas: ten thousand runs are ten thousand rectangles, and no elements.
const showTimeline = () => {
  const runs = data.runs, canvas = byId("timeline-canvas"), detail = byId("timeline-detail");
  if (!runs.action.length) {
    canvas.hidden = true;
    detail.textContent = "Nothing ran since the build log was begun, or the trace was switched off.";
    return () => {};
  }
  const slots = [...new Set(runs.slot)].sort((a, b) => a - b), rowOf = new Map(slots.map((slot, i) => [slot, i]));
  const rows = slots.map(() => []);
  runs.slot.forEach((slot, i) => rows[rowOf.get(slot)].push(i));
  rows.forEach(row => row.sort((a, b) => runs.start[a] - runs.start[b]));
  const end = Math.max(1, ...rows.map(row => row.length ? runs.start[row.at(-1)] + runs.time[row.at(-1)] : 0));
  const rowHeight = slots.length > 24 ? 11 : 20, left = 58, axis = 20, memoryHeight = data.memory.length ? 60 : 0;
  const height = axis + rows.length * rowHeight + (memoryHeight ? memoryHeight + 10 : 0);
  const most = Math.max(1, ...data.memory.map(sample => sample[1]));
  let from = 0, to = end, width = 0;
  const x = time => left + (time - from) / (to - from) * (width - left);
  const timeAt = position => from + (position - left) / (width - left) * (to - from);

  const paintAxis = paint => {
    const step = [1, 2, 5].flatMap(n => [...Array(9).keys()].map(e => n * 10 ** (e - 1))).sort((a, b) => a - b).find(s => (to - from) / s <= 12) || to;
    const dim = color("dim"), line = color("line");
    for (let time = Math.ceil(from / step) * step; time <= to; time += step) {
      paint.fillStyle = line;
      paint.fillRect(Math.round(x(time)), 0, 1, height);
      paint.fillStyle = dim;
      paint.fillText(time === 0 ? "0" : `${+(time / 1000).toFixed(4)} s`, x(time) + 3, 12);
    }
  };
  const paintMemory = paint => {
    if (!memoryHeight) return;
    paint.fillStyle = color("memory");
    data.memory.forEach(([time, mib], i) => {
      const next = i + 1 < data.memory.length ? data.memory[i + 1][0] : end;
      if (next < from || time > to) return;
      const a = Math.max(left, Math.floor(x(time))), top = memoryHeight * mib / most;
      paint.fillRect(a, height - top, Math.max(1, Math.floor(x(next)) - a), top);
    });
    paint.fillStyle = color("text");
    paint.fillText(`memory available, at most ${megabytes(most)}`, left + 4, height - memoryHeight + 12);
  };
  const paintRow = (paint, row, number, colors) => {
    const top = axis + number * rowHeight;
    paint.fillStyle = color("dim");
    if (rowHeight > 12 || number % 2 === 0) paint.fillText(`job ${slots[number] + 1}`, 2, top + rowHeight - 5);
    let painted = -1;
    for (const i of row) {
      const start = runs.start[i], stop = start + runs.time[i];
      if (stop < from || start > to) continue;
      const a = Math.max(left, x(start)), b = Math.min(width, Math.max(x(stop), a + 1));
      if (b <= painted && !runs.critical[i]) continue;
      painted = b;
      paint.globalAlpha = runs.launch[i] === 1 ? 0.45 : 1;
      paint.fillStyle = runs.ok[i] ? colors.kinds[kindColor[data.actions.kind[runs.action[i]]]] : colors.bad;
      paint.fillRect(a, top + 1, Math.max(1, b - a - (b - a > 3 ? 1 : 0)), rowHeight - 3);
      paint.globalAlpha = 1;
      if (runs.critical[i]) {
        paint.fillStyle = colors.ink;
        paint.fillRect(a, top + rowHeight - 5, Math.max(1, b - a), 3);
      }
    }
  };
  const redraw = () => {
    const scale = devicePixelRatio || 1;
    width = canvas.parentElement.clientWidth;
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.style.height = height + "px";
    const paint = canvas.getContext("2d");
    paint.scale(scale, scale);
    paint.font = "12px system-ui, sans-serif";
    paintAxis(paint);
    paintMemory(paint);
    const colors = { kinds: [...Array(7).keys()].map(i => color("c" + i)), bad: color("bad"), ink: color("ink") };
    rows.forEach((row, number) => paintRow(paint, row, number, colors));
  };
  const look = (a, b) => {
    const span = Math.min(end, Math.max(5, b - a)), start = Math.max(0, Math.min(a, end - span));
    [from, to] = [start, start + span];
    redraw();
  };
  const zoom = (factor, around = (from + to) / 2) => look(around - (around - from) * factor, around + (to - around) * factor);
  const move = part => look(from + part * (to - from), to + part * (to - from));
  const describe = i => {
    const a = runs.action[i];
    const words = [data.actions.name[a], targetName(data.actions.target[a]), `${seconds(runs.time[i])} from ${seconds(runs.start[i])}`,
      `CPU ${seconds(runs.cpu[i])}`, megabytes(runs.peak[i]), launches[runs.launch[i]], runs.ok[i] ? "" : "failed", runs.reason[i]];
    return words.filter(word => word).join(" · ");
  };
  const runAt = (px, py) => {
    const row = rows[Math.floor((py - axis) / rowHeight)], time = timeAt(px);
    return py < axis || px < left ? undefined : row?.findLast(i => runs.start[i] <= time && time <= runs.start[i] + Math.max(runs.time[i], (to - from) / width));
  };

  let held = null;
  canvas.onpointerdown = e => { held = { at: e.offsetX, from, to }; canvas.setPointerCapture(e.pointerId); };
  canvas.onpointerup = () => held = null;
  canvas.onpointermove = e => {
    if (held) {
      const shift = (held.at - e.offsetX) / (width - left) * (held.to - held.from);
      look(held.from + shift, held.to + shift);
    }
    const run = runAt(e.offsetX, e.offsetY);
    if (run !== undefined) detail.textContent = describe(run);
  };
  canvas.onwheel = e => { if (e.ctrlKey) { e.preventDefault(); zoom(e.deltaY > 0 ? 1.25 : 0.8, timeAt(e.offsetX)); } };
  const keys = { "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1.6), "0": () => look(0, end), ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2) };
  canvas.onkeydown = e => { if (keys[e.key]) { e.preventDefault(); keys[e.key](); } };
  for (const [label, key] of [["Zoom in", "+"], ["Zoom out", "-"], ["Left", "ArrowLeft"], ["Right", "ArrowRight"], ["All", "0"]])
    byId("timeline-bar").append(make("button", { type: "button", onclick: keys[key] }, label));
  canvas.setAttribute("aria-label", `${runs.action.length} runs in ${slots.length} jobs, ${seconds(end)}; the tables below say the same in text`);
  const used = [...new Set(runs.action.map(a => data.actions.kind[a]))].sort((a, b) => kindColor[a] - kindColor[b]);
  for (const kind of used) {
    const swatch = make("span");
    swatch.style.background = `var(--c${kindColor[kind]})`;
    byId("legend").append(make("li", {}, swatch, data.kinds[kind]));
  }
  if (runs.launch.includes(1)) byId("legend").append(make("li", {}, "paler: from the cache"));
  new ResizeObserver(redraw).observe(canvas.parentElement);
  redraw();
  return redraw;
};
