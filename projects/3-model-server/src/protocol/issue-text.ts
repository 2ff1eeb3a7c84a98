import type { z } from "zod";

/** A zod error's first issue as one line: `inputs[0].shape: expected array`. */
export function issueText(error: z.ZodError): string {
  const { path, message } = error.issues[0];
  const place = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
  return place === "" ? message : `${place}: ${message}`;
}
