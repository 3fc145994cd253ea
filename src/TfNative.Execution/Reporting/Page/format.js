// Numbers for people, and elements. Text goes in as text only, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const seconds = ms => {
  if (ms === null || ms === undefined) return "";
  if (ms < 10000) return (ms / 1000).toFixed(2) + " s";
  if (ms < 60000) return (ms / 1000).toFixed(1) + " s";
  const s = Math.round(ms / 1000);
  return s < 3600 ? `${Math.floor(s / 60)} min ${s % 60} s` : `${Math.floor(s / 3600)} h ${Math.floor(s / 60) % 60} min`;
};
const megabytes = mib => mib ? (mib < 1024 ? `${mib} MiB` : `${(mib / 1024).toFixed(1)} GiB`) : "";
const sum = list => list.reduce((total, value) => total + (value || 0), 0);
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const draw = (name, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const byId = id => document.getElementById(id);
const targetName = number => data.targets[number] || "(no target)";
const packageName = number => data.packages[number] || "(no target)";
const launches = ["", "from the cache", "compiled, now cached", "on another machine", "here"];

// The kinds of action that took most have a colour each; the last colour is for the others.
const kindTime = data.kinds.map(() => 0);
data.actions.kind.forEach((kind, i) => kindTime[kind] += data.actions.time[i] || 0);
const kindColor = new Array(data.kinds.length).fill(6);
[...kindTime.keys()].sort((a, b) => kindTime[b] - kindTime[a]).slice(0, 6).forEach((kind, i) => kindColor[kind] = i);
const color = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
