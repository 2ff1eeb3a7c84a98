/** The style of the page and the API's documentation, in both themes. */
export const style = `:root { color-scheme: light dark; --ink: #14171c; --quiet: #565d68; --paper: #ffffff; --soft: #eceff3; --accent: #0b5cad; --line: #c3c9d2; --fault: #a31616; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceff3; --quiet: #a7afbb; --paper: #14171c; --soft: #242a33; --accent: #6db3f8; --line: #454d59; --fault: #ff9c94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
main.docs { max-width: 60rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0.5rem 0; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
a { color: var(--accent); }
pre { overflow-x: auto; background: var(--soft); padding: 0.75rem; }
.columns { display: flex; flex-wrap: wrap; gap: 2rem; }
.columns section { flex: 1 1 17.5rem; min-width: 0; }
#sheet { width: 100%; max-width: 20rem; aspect-ratio: 1; background: #000000; border: 1px solid var(--line); border-radius: 0.5rem; touch-action: none; cursor: crosshair; display: block; }
:focus-visible, input:focus-visible + label { outline: 3px solid var(--accent); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
button, .button { font: inherit; color: var(--ink); background: var(--soft); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 1rem; min-height: 2.75rem; cursor: pointer; }
#file { font: inherit; max-width: 100%; width: 1px; height: 1px; opacity: 0; position: absolute; }
.button:has(+ #file:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.answer { margin: 0; font-size: 4rem; line-height: 1; font-weight: 600; }
.quiet { color: var(--quiet); font-size: 0.9rem; margin: 0.5rem 0; }
table { border-spacing: 0; width: 100%; margin: 0.75rem 0; }
th { width: 1.5rem; text-align: left; font-weight: 600; }
td.value { width: 4.5rem; text-align: right; font-variant-numeric: tabular-nums; }
meter { width: 100%; height: 0.9rem; display: block; }
tr.best th, tr.best td { color: var(--accent); font-weight: 600; }
.seen { display: flex; gap: 1rem; align-items: center; }
#seen { width: 5.25rem; height: 5.25rem; flex: none; background: #000000; image-rendering: pixelated; border: 1px solid var(--line); }
#fault { color: var(--fault); min-height: 1.5rem; }
#key { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); padding: 0.4rem; max-width: 100%; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;
