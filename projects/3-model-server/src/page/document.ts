/** The page's HTML; its script finds elements by their ids. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Draw a digit</title>
<link rel="stylesheet" href="/style.css">
<script src="/script.js" type="module"></script>
</head>
<body>
<main>
<h1>Draw a digit</h1>
<p id="help">Draw with mouse, finger or pen. With the keyboard: focus the sheet, move with the arrow keys,
press Space to lower or lift the pen, Delete to clear. Or paste or choose a picture.</p>
<div class="columns">
<section aria-label="Drawing">
<canvas id="sheet" width="280" height="280" tabindex="0" role="application" aria-label="Sheet to draw on" aria-describedby="help pen"></canvas>
<p id="pen" class="quiet" role="status">Pen up</p>
<div class="buttons">
<button id="clear" type="button">Clear</button>
<label class="button" for="file">Choose a picture</label>
<input id="file" type="file" accept="image/png,image/jpeg">
</div>
</section>
<section aria-label="Prediction">
<p class="answer"><span id="digit" role="status" aria-live="polite" aria-label="Digit">?</span></p>
<table>
<caption class="hidden">Probability of each digit</caption>
<tbody id="bars"></tbody>
</table>
<div class="seen">
<canvas id="seen" width="28" height="28" role="img" aria-label="The 28 by 28 pixels that the model sees"></canvas>
<p class="quiet">What the model sees.<br><span id="latency">No prediction yet.</span></p>
</div>
<p id="fault" role="alert"></p>
<p id="keyField" hidden><label>API key <input id="key" type="password" autocomplete="off"></label></p>
</section>
</div>
<p class="quiet"><a href="/docs">API</a></p>
</main>
</body>
</html>
`;
