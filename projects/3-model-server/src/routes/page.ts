import { page } from "../page/document.ts";
import { script } from "../page/script.ts";
import { style } from "../page/style.ts";
import type { ServerContext } from "../server/context.ts";

/** The page at `/` on which a digit is drawn. */
export function addPage({ app }: ServerContext): void {
  const files = {
    "/": ["text/html", page],
    "/script.js": ["text/javascript", script],
    "/style.css": ["text/css", style],
  };
  for (const [url, [type, text]] of Object.entries(files)) {
    if (app.hasRoute({ method: "GET", url })) continue;
    app.get(url, (_, reply) =>
      reply.type(`${type}; charset=utf-8`).header("cache-control", "no-cache").send(text),
    );
  }
  app.get("/favicon.ico", (_, reply) => reply.code(204).send());
}
