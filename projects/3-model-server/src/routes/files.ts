import type { ServerContext } from "../server/context.ts";

/** A text that a server gives out as it is. */
export interface TextFile {
  /** Such as `text/html`. */
  type: string;
  text: string;
}

/** Texts by their paths, such as a page with its script; a path that is taken already stays as it is. */
export function addFiles({ app }: ServerContext, files: Readonly<Record<string, TextFile>>): void {
  for (const [url, { type, text }] of Object.entries(files)) {
    if (app.hasRoute({ method: "GET", url })) continue;
    app.get(url, (_, reply) =>
      reply.type(`${type}; charset=utf-8`).header("cache-control", "no-cache").send(text),
    );
  }
}
