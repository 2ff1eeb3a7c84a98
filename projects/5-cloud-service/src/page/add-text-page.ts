import { addFiles, type ServerContext } from "@ml-roadmap/model-server";
import { page } from "./document.ts";
import { script } from "./script.ts";
import { style } from "./style.ts";

/** The page at `/` on which a text is tried; `/style.css` is the documentation's. */
export function addTextPage(context: ServerContext): void {
  addFiles(context, {
    "/": { type: "text/html", text: page },
    "/text.js": { type: "text/javascript", text: script },
    "/text.css": { type: "text/css", text: style },
  });
  context.app.get("/favicon.ico", (_, reply) => reply.code(204).send());
}
