/** The page's script, as the browser gets it: it has no build step and loads nothing. */
export const script = String.raw`const byId = (id) => document.getElementById(id);
const examples = [
  "A warm, funny film that never loses its way.",
  "The plot is dull and the ending is worse.",
  "Not a bad room at all, and the service was lovely.",
  "I wanted to like it. I could not.",
];
let next = 0;
let asked = 0;

function show({ label, scores, model }, ms) {
  byId("label").textContent = label;
  const rows = Object.entries(scores).map(([name, score]) => {
    const row = document.createElement("tr");
    row.className = name === label ? "best" : "";
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    const bar = document.createElement("td");
    const meter = document.createElement("meter");
    meter.value = score;
    meter.setAttribute("aria-label", name);
    bar.append(meter);
    const value = document.createElement("td");
    value.className = "value";
    value.textContent = (100 * score).toFixed(1) + "%";
    row.append(head, bar, value);
    return row;
  });
  byId("bars").replaceChildren(...rows);
  byId("note").textContent = "Answered by " + model.name + " " + model.version + " in " + ms.toFixed(1) + " ms.";
}

async function classify() {
  const number = (asked += 1);
  const headers = { "content-type": "application/json" };
  const key = byId("key").value;
  if (key) headers["x-api-key"] = key;
  const began = performance.now();
  try {
    const body = JSON.stringify({ text: byId("text").value });
    const answer = await fetch("/v1/classify", { method: "POST", headers, body });
    const json = await answer.json();
    if (number !== asked) return;
    if (answer.status === 401) byId("keyField").hidden = false;
    byId("fault").textContent = answer.ok ? "" : json.detail;
    if (answer.ok) show(json, performance.now() - began);
  } catch {
    if (number === asked) byId("fault").textContent = "The server does not answer. Try again.";
  }
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  void classify();
});
byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("form").requestSubmit();
});
byId("example").addEventListener("click", () => {
  byId("text").value = examples[next++ % examples.length];
  void classify();
});
`;
