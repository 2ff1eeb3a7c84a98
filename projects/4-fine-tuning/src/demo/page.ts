/** The page of `demo`: type a text, see what the model says of it; everything runs in the browser. */
export function demoPage(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; --bar: #2f6fdb; --rest: #8883; font: 17px/1.5 system-ui, sans-serif; }
  body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  textarea { width: 100%; box-sizing: border-box; font: inherit; padding: .6rem; border-radius: .4rem; border: 1px solid #8888; }
  .row { display: grid; grid-template-columns: 8rem 1fr 4rem; gap: .6rem; align-items: center; margin: .3rem 0; }
  .label { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .track { height: 1rem; background: var(--rest); border-radius: .3rem; overflow: hidden; }
  .fill { height: 100%; background: var(--bar); transition: width .15s; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  #state { color: GrayText; min-height: 1.5em; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>The model runs in this page: what you type does not leave it.</p>
<label for="text">A text</label>
<textarea id="text" rows="3" autofocus>A slow start, but by the end I did not want it to stop.</textarea>
<div id="scores" aria-live="polite"></div>
<p id="state" role="status">Loading the model ...</p>
</main>
<script type="module">
import { env, pipeline } from "/transformers/transformers.min.js";
env.allowRemoteModels = false;
env.allowLocalModels = true;
env.localModelPath = "/";
env.useBrowserCache = false;
env.backends.onnx.wasm.wasmPaths = "/ort/";
env.backends.onnx.wasm.numThreads = 1;
const [text, scores, state] = ["text", "scores", "state"].map((id) => document.getElementById(id));
let classify;
try {
  classify = await pipeline("text-classification", "model", { dtype: "q8", device: "wasm" });
} catch (error) {
  state.textContent = "The model cannot be loaded: " + error.message;
  throw error;
}
let busy = false, again = false;
async function update() {
  if (busy) { again = true; return; }
  busy = true;
  const began = performance.now();
  const found = text.value.trim() === "" ? [] : await classify(text.value, { top_k: null });
  const took = performance.now() - began;
  scores.replaceChildren(...found.sort((a, b) => a.label < b.label ? -1 : 1).map(row));
  state.textContent = found.length === 0 ? "Type something." : took.toFixed(0) + " ms";
  busy = false;
  if (again) { again = false; update(); }
}
function row({ label, score }) {
  const make = (name, content) => {
    const element = document.createElement("div");
    element.className = name;
    element.append(content);
    return element;
  };
  const percent = (100 * score).toFixed(1) + "%";
  const fill = make("fill", "");
  fill.style.width = percent;
  const line = make("row", make("label", label));
  line.append(make("track", fill), make("number", percent));
  line.dataset.label = label;
  line.dataset.score = score;
  return line;
}
text.addEventListener("input", update);
await update();
document.documentElement.dataset.ready = "";
</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
