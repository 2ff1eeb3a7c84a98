import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

/**
 * The lines of a UTF-8 file one by one, gunzipped where the name ends in `.gz`, without their line
 * ends: memory holds a block and a line, never the file. Throws what the file system or zlib throw.
 * Not `node:readline`: it also splits at U+2028, which JSON strings may hold, and loses the errors
 * of its input.
 */
export async function* readLines(path: string): AsyncGenerator<string, void, undefined> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const unpacked = path.endsWith(".gz") ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file;
  // pipe() forwards no errors
  file.on("error", (error) => unpacked.destroy(error));
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield withoutReturn(line);
    }
    rest += decoder.decode();
    if (rest !== "") yield withoutReturn(rest);
  } finally {
    file.destroy();
  }
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
