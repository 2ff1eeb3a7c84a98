import { chartColors } from "../theme.ts";

const variables = (colors: Record<string, string>) =>
  Object.entries(colors)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");

/** The page's whole style sheet. Colours are set once for light and once for dark; every text colour has a contrast of at least 4.5 : 1. */
export const reportStyle = `
:root{color-scheme:light dark;--page:#fff;--line:#d8dee4;--text:#24292f;--muted:#57606a;--link:#0b62a8;${variables(chartColors.light)}}
@media (prefers-color-scheme:dark){:root{--page:#14181d;--line:#343b43;--text:#dfe3e8;--muted:#a3adb8;--link:#6cb6ff;${variables(chartColors.dark)}}}
*{box-sizing:border-box}
html{background:var(--page);color:var(--text);font:17px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
body{max-width:58rem;margin:0 auto;padding:3rem 1.5rem 5rem;overflow-wrap:break-word}
h1,h2,h3{line-height:1.25;text-wrap:balance;margin:0}
h1{font-size:2.1rem;letter-spacing:-.02em}
h2{font-size:1.4rem;letter-spacing:-.01em;margin:0 0 1rem}
h3{font-size:1rem}
p{max-width:42rem;margin:0 0 1rem}
a{color:var(--link)}
.subtitle{color:var(--muted);font-size:1.1rem;margin:.6rem 0 0}
nav{margin:2rem 0 0;padding:1rem 0;border-block:1px solid var(--line);font-size:.92rem}
nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem 1.5rem}
nav a{text-decoration:none}
nav a:hover,nav a:focus-visible{text-decoration:underline}
section{margin-top:3rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:2.5rem 2.5rem;align-items:start;margin-top:1.5rem}
figure{margin:0;min-width:0;max-width:26.5rem}
figure h3{margin-bottom:.75rem}
figcaption{color:var(--muted);font-size:.9rem;line-height:1.5;margin-top:.5rem}
.chart{display:block;width:100%;height:auto;font-family:inherit}
details{margin-top:.5rem;font-size:.9rem}
summary{cursor:pointer;color:var(--muted);padding:.25rem 0}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
details .scroll{max-height:22rem;overflow-y:auto}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);padding-bottom:.5rem}
th,td{text-align:left;padding:.4rem 1.25rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
thead th{font-weight:600;color:var(--muted);border-bottom-width:2px;vertical-align:bottom}
.number{text-align:right}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:40rem){html{font-size:16px}body{padding:1.5rem 1rem 3rem}h1{font-size:1.7rem}section{margin-top:2.25rem}}
@media print{:root{--page:#fff;--line:#ccc;--text:#000;--muted:#444;--link:#000;${variables(chartColors.light)}}body{max-width:none;padding:0}nav{display:none}figure,tr{break-inside:avoid}h2,h3{break-after:avoid}details:not([open]){display:none}details .scroll{max-height:none}}
`;
