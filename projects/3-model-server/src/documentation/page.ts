import type { OpenApi, Operation } from "./open-api.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]);

/** The API for people: one section an operation, schemas below, nothing from elsewhere. */
export function documentationPage({ info, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => section(method, path, operation)),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="${name}"><summary>${name}</summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  const page = info["x-page"];
  const home = page === undefined ? "" : `<a href="/">${escape(page)}</a>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API of ${escape(info.title)}</title>
<link rel="stylesheet" href="/style.css">
<main class="docs">
<h1>API</h1>
<p>${escape(info.description)} The same as data: <a href="/openapi.json">openapi.json</a>. ${home}</p>
${operations.join("\n")}
<h2>Schemas</h2>
${schemas.join("\n")}
</main>
</html>
`;
}

function section(method: string, path: string, operation: Operation): string {
  const body = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<li>takes <code>${escape(type)}</code>${link(schema)}</li>`,
  );
  const answers = Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      `<li><b>${status}</b> ${escape(description)}${link(Object.values(content ?? {})[0]?.schema)}</li>`,
  );
  return `<section><h2><code>${method.toUpperCase()} ${escape(path)}</code></h2>
<p>${escape(operation.summary)}</p><ul>${[...body, ...answers].join("")}</ul></section>`;
}

function link(schema: object | undefined): string {
  if (!schema || !("$ref" in schema)) return "";
  const name = String(schema.$ref).split("/").at(-1)!;
  return `: <a href="#${name}">${name}</a>`;
}
