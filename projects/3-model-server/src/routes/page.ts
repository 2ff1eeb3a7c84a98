import { page } from "../page/document.ts";
import { script } from "../page/script.ts";
import { style } from "../page/style.ts";
import type { ServerContext } from "../server/context.ts";
import { addFiles } from "./files.ts";

/** The page at `/` on which a digit is drawn. */
export function addPage(context: ServerContext): void {
  addFiles(context, {
    "/": { type: "text/html", text: page },
    "/script.js": { type: "text/javascript", text: script },
    "/style.css": { type: "text/css", text: style },
  });
  context.app.get("/favicon.ico", (_, reply) => reply.code(204).send());
}
