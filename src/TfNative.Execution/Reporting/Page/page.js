// Puts the parts together.
const { actions, runs } = data;
document.title = byId("title").textContent = data.title;
byId("made").textContent = "Made " + new Date(data.made).toLocaleString();
const targetTime = data.targets.map(() => 0), packageTime = data.packages.map(() => 0);
actions.time.forEach((time, i) => targetTime[actions.target[i]] += time || 0);
targetTime.forEach((time, i) => packageTime[data.packageOf[i]] += time);

const figure = (title, value) => value && byId("figures").append(make("div", {}, make("dt", {}, title), make("dd", {}, value)));
const ran = new Set(runs.action), wall = runs.start.length ? runs.start.reduce((end, start, i) => Math.max(end, start + runs.time[i]), 0) : 0;
const hits = runs.launch.filter(launch => launch === 1).length, misses = runs.launch.filter(launch => launch === 2).length;
const remote = runs.launch.filter(launch => launch === 3).length, local = runs.launch.filter(launch => launch === 4).length;
const critical = [...runs.critical.keys()].filter(i => runs.critical[i]).sort((a, b) => runs.start[a] - runs.start[b]);
figure("Actions", String(actions.name.length));
figure("Ran", `${runs.ok.filter(ok => ok).length}${runs.ok.includes(0) ? `, ${runs.ok.filter(ok => !ok).length} failed` : ""}`);
figure("Wall time", seconds(wall));
figure("Sum of the runs", seconds(sum(runs.time)));
figure("CPU time", seconds(sum(runs.cpu)));
figure("At a time", wall ? (sum(runs.time) / wall).toFixed(1) : "");
figure("Saved by not rebuilding", seconds(sum(actions.time.filter((_, i) => !ran.has(i)))));
figure("Critical path", critical.length ? seconds(sum(critical.map(i => runs.time[i]))) : "");
figure("Cache hits", hits + misses ? `${hits} of ${hits + misses}` : "");
figure("On other machines", remote + local ? `${remote} of ${remote + local}` : "");
figure("In headers, by bytes read", data.headerShare === undefined ? "" : `${(100 * data.headerShare).toFixed(1)} %`);
figure("Most memory of an action", megabytes(Math.max(0, ...[runs.peak, actions.peak].map(list => list.reduce((a, b) => Math.max(a, b || 0), 0)))));

const redrawTimeline = showTimeline();
showTable(byId("critical-table"), "Critical path", [
  { title: "Start", number: true, value: i => runs.start[i], text: i => seconds(runs.start[i]) },
  { title: "Time", number: true, value: i => runs.time[i], text: i => seconds(runs.time[i]) },
  { title: "Action", value: i => actions.name[runs.action[i]] },
  { title: "Target", value: i => targetName(actions.target[runs.action[i]]) },
], critical, null);
const runOf = new Map(runs.action.map((action, i) => [action, i]));
const actionTable = showTable(byId("actions-table"), "Slowest actions", [
  { title: "Time", number: true, value: i => actions.time[i], text: i => seconds(actions.time[i]) },
  { title: "CPU", number: true, value: i => actions.cpu[i], text: i => seconds(actions.cpu[i]) },
  { title: "Memory", number: true, value: i => actions.peak[i], text: i => megabytes(actions.peak[i]) },
  { title: "Kind", value: i => data.kinds[actions.kind[i]] },
  { title: "Action", value: i => actions.name[i] },
  { title: "Target", value: i => targetName(actions.target[i]) },
  { title: "Last build", value: i => runOf.get(i) ?? null, bad: i => runOf.has(i) && !runs.ok[runOf.get(i)],
    text: i => !runOf.has(i) ? "up to date" : !runs.ok[runOf.get(i)] ? "failed" : launches[runs.launch[runOf.get(i)]] || "ran" },
], [...actions.name.keys()], 0);
showTable(byId("headers-table"), "Most expensive headers", [
  { title: "Time", number: true, value: h => h[1], text: h => seconds(h[1]) },
  { title: "Compiles", number: true, value: h => h[2] },
  { title: "Header", value: h => h[0] },
], data.headers, 0);
showTreemap(packageTime, targetTime, name => { actionTable.search(name); byId("actions").scrollIntoView(); });
showGraph(packageTime, targetTime);
byId("theme").onclick = () => {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  redrawTimeline();
};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawTimeline);
document.documentElement.dataset.ready = "true";
