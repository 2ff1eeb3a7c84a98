import type { FastifyInstance } from "fastify";
import { BINARY_HEADER } from "../tensors/binary.ts";

/** JSON, or bytes where the binary tensor extension or an image says so; everything else gets 415. */
export function addBodyParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    (request, body: Buffer, done) => {
      if (request.headers[BINARY_HEADER] !== undefined) done(null, body);
      else void parseJson(request, body.toString("utf8"), done);
    },
  );
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_, body, done) =>
    done(null, body),
  );
}
