/** The page's HTML; its script finds elements by their ids. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Try a text</title>
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/text.css">
<script src="/text.js" type="module"></script>
</head>
<body>
<main>
<h1>Try a text</h1>
<form id="form">
<label for="text">A text, such as a review</label>
<textarea id="text" rows="5" maxlength="20000" required></textarea>
<div class="buttons">
<button type="submit">Classify</button>
<button id="example" type="button">An example</button>
</div>
</form>
<section aria-label="Prediction">
<p class="answer"><span id="label" role="status" aria-live="polite">?</span></p>
<table>
<caption class="hidden">Probability of each label</caption>
<tbody id="bars"></tbody>
</table>
<p class="quiet" id="note">Nothing classified yet.</p>
<p id="fault" role="alert"></p>
<p id="keyField" hidden><label>API key <input id="key" type="password" autocomplete="off"></label></p>
</section>
<p class="quiet"><a href="/docs">API</a></p>
</main>
</body>
</html>
`;
