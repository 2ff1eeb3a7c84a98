import { openApi, type Api } from "../documentation/open-api.ts";
import { documentationPage } from "../documentation/page.ts";
import { style } from "../page/style.ts";
import type { Routes } from "../server/options.ts";
import { addFiles } from "./files.ts";

/** `/openapi.json`, and the same as a page at `/docs`: the server's own routes and those of `api`. */
export function documentation(api: Api): Routes {
  return (context) => {
    const document = openApi(api, { withRepository: context.repository !== undefined });
    context.app.get("/openapi.json", () => document);
    addFiles(context, {
      "/docs": { type: "text/html", text: documentationPage(document) },
      "/style.css": { type: "text/css", text: style },
    });
  };
}
