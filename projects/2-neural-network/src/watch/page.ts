/**
 * The live page: two charts that grow with the training. It loads nothing but `events` from the
 * server it came from.
 */
export function livePage(title: string): string {
  const name = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Training: ${name}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6472; --line: #d5d9e0; --page: #fff; --a: #1f63b5; --b: #b3470b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --soft: #a5adba; --line: #3a414d; --page: #14171c; --a: #7db3f5; --b: #f0a070; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .3rem; }
svg { width: 100%; height: auto; display: block; } text { fill: var(--soft); font-size: 12px; }
.a { stroke: var(--a); } .b { stroke: var(--b); stroke-dasharray: 6 3; }
path { fill: none; stroke-width: 2; } .axis { stroke: var(--line); stroke-width: 1; }
p { color: var(--soft); } b { color: var(--ink); }
</style>
</head>
<body>
<h1>${name}</h1>
<p id="state" role="status">Waiting for the first step.</p>
<h2>Loss of the training batches</h2>
<svg id="loss" viewBox="0 0 640 220" role="img" aria-label="Loss by step"></svg>
<h2>Accuracy: training (solid) and validation (dashed)</h2>
<svg id="accuracy" viewBox="0 0 640 220" role="img" aria-label="Accuracy by epoch"></svg>
<script>
const steps = [], epochs = [];
let drawn = true;
const percent = (value) => (100 * value).toFixed(1) + "%";
function chart(id, series, format, last) {
  const all = series.flatMap((s) => s.points);
  if (all.length === 0) return;
  const xs = all.map((p) => p[0]), ys = all.map((p) => p[1]);
  // Not by spreading them: a long training has more steps than a call may have arguments.
  const most = (values) => values.reduce((a, b) => Math.max(a, b)), least = (values) => values.reduce((a, b) => Math.min(a, b));
  const [x1, y0, y1] = [Math.max(1, most(xs)), least(ys), most(ys)];
  // As wide as the page has room for, so that the letters keep their size on a phone.
  const svg = document.getElementById(id), right = (svg.clientWidth || 640) - 10;
  svg.setAttribute("viewBox", "0 0 " + (right + 10) + " 220");
  const X = (x) => 60 + (right - 60) * x / x1, Y = (y) => 190 - 175 * (y - y0) / (y1 - y0 || 1);
  const line = (s) => '<path class="' + s.name + '" d="' + s.points.map((p, i) => (i ? "L" : "M") + X(p[0]).toFixed(1) + " " + Y(p[1]).toFixed(1)).join("") + '"/>';
  svg.innerHTML = '<path class="axis" d="M60 10V190H' + right + '"/>' + series.map(line).join("")
    + '<text x="54" y="' + (Y(y1) + 8) + '" text-anchor="end">' + format(y1) + '</text><text x="54" y="190" text-anchor="end">' + format(y0) + "</text>"
    + '<text x="60" y="210">0</text><text x="' + right + '" y="210" text-anchor="end">' + last + "</text>";
}
function draw() {
  if (!drawn) {
    drawn = true;
    chart("loss", [{ name: "a", points: steps.map((s) => [s.step, s.loss]) }], (v) => v.toFixed(3), "step " + (steps.at(-1)?.step ?? 0));
    chart("accuracy", [
      { name: "a", points: epochs.map((e) => [e.epoch, e.trainAccuracy]) },
      { name: "b", points: epochs.map((e) => [e.epoch, e.validationAccuracy]) },
    ], percent, "epoch " + (epochs.at(-1)?.epoch ?? 0));
  }
  requestAnimationFrame(draw);
}
requestAnimationFrame(draw);
addEventListener("resize", () => { drawn = false; });
const state = document.getElementById("state");
const events = new EventSource("events");
events.addEventListener("step", ({ data }) => {
  const step = JSON.parse(data);
  steps.push(step);
  drawn = false;
  state.textContent = "Step " + step.step + " of " + step.total + ", " + step.rate + " images a second, loss " + step.loss.toFixed(4) + ".";
});
events.addEventListener("epoch", ({ data }) => { epochs.push(JSON.parse(data)); drawn = false; });
events.addEventListener("end", ({ data }) => { state.textContent = JSON.parse(data); events.close(); });
events.onerror = () => { state.textContent = "The training has ended or its connection is lost."; };
</script>
</body>
</html>
`;
}
