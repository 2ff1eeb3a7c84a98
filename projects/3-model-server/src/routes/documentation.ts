import { openApi } from "../documentation/open-api.ts";
import { documentationPage } from "../documentation/page.ts";
import { style } from "../page/style.ts";
import type { ServerContext } from "../server/context.ts";

/** `/openapi.json`, and the same as a page at `/docs`. */
export function addDocumentation({ app, repository }: ServerContext): void {
  const document = openApi({ withRepository: repository !== undefined });
  const page = documentationPage(document);
  app.get("/openapi.json", () => document);
  app.get("/docs", (_, reply) => reply.type("text/html; charset=utf-8").send(page));
  if (!app.hasRoute({ method: "GET", url: "/style.css" })) {
    app.get("/style.css", (_, reply) => reply.type("text/css; charset=utf-8").send(style));
  }
}
