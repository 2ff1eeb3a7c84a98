import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import S3rver from "s3rver";
import { portOf } from "./ports.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/**
 * A server that speaks S3, on this machine. s3rver knows no conditional writes, so they are decided here as
 * AWS documents them: of two writers of a new key with `If-None-Match: *` the second gets 412, or 409 while
 * the first one still writes.
 */
export async function startS3Server(bucket: string) {
  const { path: directory, [Symbol.asyncDispose]: remove } = await temporaryFolder();
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: bucket }] });
  await s3.configureBuckets();
  const listener = s3.callback();
  const writing = new Set<string>();
  const server = createServer((request, response) => {
    const key = decodeURIComponent(request.url!.split("?")[0]);
    const refuse = (status: number, code: string) => {
      request.resume();
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    };
    if (request.method === "PUT" && request.headers["if-none-match"] === "*") {
      if (writing.has(key)) return refuse(409, "ConditionalRequestConflict");
      if (existsSync(join(directory, `${key}._S3rver_object`))) {
        return refuse(412, "PreconditionFailed");
      }
      writing.add(key);
      response.once("close", () => writing.delete(key));
    }
    listener(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    /** The file that holds a key's bytes. */
    fileOf: (key: string) => join(directory, bucket, `${key}._S3rver_object`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await remove();
    },
  };
}
