/** The page's script, as the browser gets it: it has no build step and loads nothing. */
export const script = String.raw`const byId = (id) => document.getElementById(id);
const sheet = byId("sheet");
const pen = sheet.getContext("2d");
const seen = byId("seen").getContext("2d");
const WIDTH = 20;
const STEP = 6;

const rows = Array.from({ length: 10 }, (_, digit) => {
  const row = byId("bars").insertRow();
  const head = document.createElement("th");
  head.scope = "row";
  head.textContent = digit;
  const meter = document.createElement("meter");
  meter.setAttribute("aria-label", "Probability of " + digit);
  row.append(head);
  row.insertCell().append(meter);
  const value = row.insertCell();
  value.className = "value";
  return { row, meter, value };
});

let empty = true;
// A picture is sent as it came, until something is drawn on it.
let picture = null;
let drawn = 0;
let asking = false;

function clear() {
  pen.fillStyle = "#000000";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  seen.clearRect(0, 0, 28, 28);
  empty = true;
  picture = null;
  drawn += 1;
  byId("digit").textContent = "?";
  byId("latency").textContent = "No prediction yet.";
  byId("fault").textContent = "";
  for (const { row, meter, value } of rows) {
    row.className = "";
    meter.value = 0;
    value.textContent = "";
  }
}

function line(from, to) {
  pen.strokeStyle = pen.fillStyle = "#ffffff";
  pen.lineWidth = WIDTH;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  // A line of no length leaves nothing, and a tap should leave a dot.
  pen.beginPath();
  pen.arc(to.x, to.y, WIDTH / 2, 0, 2 * Math.PI);
  pen.fill();
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
  picture = null;
  changed();
}

function changed() {
  empty = false;
  drawn += 1;
  void ask();
}

// One question at a time: what was drawn meanwhile is asked next.
async function ask() {
  if (asking || empty) return;
  asking = true;
  const asked = drawn;
  try {
    const image = picture ?? (await new Promise((resolve) => sheet.toBlob(resolve, "image/png")));
    // The sheet may have been cleared meanwhile.
    if (!empty) await predict(image, asked);
  } finally {
    asking = false;
  }
  if (asked !== drawn) void ask();
}

async function predict(image, asked) {
  const headers = { "content-type": image.type };
  if (byId("key").value) headers["x-api-key"] = byId("key").value;
  const began = performance.now();
  try {
    const answer = await fetch("/v1/digits", { method: "POST", headers, body: image });
    const result = await answer.json();
    if (asked !== drawn && empty) return;
    if (!answer.ok) {
      if (answer.status === 401) byId("keyField").hidden = false;
      throw new Error(result.detail);
    }
    show(result, performance.now() - began);
  } catch (error) {
    byId("fault").textContent = error.message;
  }
}

function show({ digit, probabilities, pixels }, ms) {
  byId("fault").textContent = "";
  byId("digit").textContent = digit;
  byId("latency").textContent = "Answered in " + ms.toFixed(1) + " ms.";
  for (const [i, { row, meter, value }] of rows.entries()) {
    meter.value = probabilities[i];
    value.textContent = (100 * probabilities[i]).toFixed(1) + "%";
    row.className = i === digit ? "best" : "";
  }
  const image = seen.createImageData(28, 28);
  for (const [i, value] of pixels.entries()) image.data.set([value, value, value, 255], 4 * i);
  seen.putImageData(image, 0, 0);
}

const place = (event) => {
  const box = sheet.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) * sheet.width) / box.width,
    y: ((event.clientY - box.top) * sheet.height) / box.height,
  };
};

let last = null;
sheet.addEventListener("pointerdown", (event) => {
  sheet.setPointerCapture(event.pointerId);
  last = place(event);
  line(last, last);
});
sheet.addEventListener("pointermove", (event) => {
  if (!last) return;
  const to = place(event);
  line(last, to);
  last = to;
});
for (const name of ["pointerup", "pointercancel"]) {
  sheet.addEventListener(name, () => {
    last = null;
  });
}

const key = { x: 140, y: 140, down: false };
const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const tell = () => {
  byId("pen").textContent =
    "Pen " + (key.down ? "down" : "up") + ", column " + Math.round(key.x / 10) + ", row " + Math.round(key.y / 10);
};
sheet.addEventListener("keydown", (event) => {
  const move = moves[event.key];
  if (move) {
    const clamp = (value) => Math.min(270, Math.max(10, value));
    const to = { x: clamp(key.x + move[0] * STEP), y: clamp(key.y + move[1] * STEP) };
    if (key.down) line(key, to);
    Object.assign(key, to);
  } else if (event.key === " ") {
    key.down = !key.down;
    if (key.down) line(key, key);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    clear();
  } else return;
  event.preventDefault();
  tell();
});

async function load(file) {
  clear();
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(sheet.width / bitmap.width, sheet.height / bitmap.height);
    const [w, h] = [bitmap.width * scale, bitmap.height * scale];
    pen.drawImage(bitmap, (sheet.width - w) / 2, (sheet.height - h) / 2, w, h);
    picture = file;
    changed();
  } catch {
    byId("fault").textContent = "This is no picture that can be read.";
  }
}
byId("file").addEventListener("change", ({ target }) => {
  if (target.files[0]) void load(target.files[0]);
  target.value = "";
});
document.addEventListener("paste", ({ clipboardData }) => {
  const file = [...clipboardData.files].find(({ type }) => type.startsWith("image/"));
  if (file) void load(file);
});
byId("key").addEventListener("change", () => void ask());
byId("clear").addEventListener("click", clear);
clear();
`;
