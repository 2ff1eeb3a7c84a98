import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { progressBar } from "./progress-bar.ts";

/** A stream that keeps what is written, with the parts of a terminal that a bar asks for. */
function output(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const terminal = {
    isTTY,
    columns: 100,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  };
  return { written, stream: Object.assign(stream, terminal) };
}

const piece = (file: string, bytes: number) => ({
  dataset: "mnist",
  file,
  bytes,
  total: 9_912_422,
});

test("progressBar(stream) in a log writes one line a file, and nothing when nothing is downloaded", () => {
  const { written, stream } = output(false);
  const bar = progressBar(stream);
  bar.stop();
  expect(written).toEqual([]);
  for (const bytes of [0, 5_000_000, 9_912_422]) bar.onProgress(piece("a.gz", bytes));
  bar.onProgress({ ...piece("b.gz", 10), total: 4_542 });
  bar.stop();
  expect(written.join("")).toBe("Downloading mnist/a.gz (9.9 MB)\nDownloading mnist/b.gz (5 KB)\n");
});

test("progressBar(stream) on a terminal draws a bar in plain ASCII up to 100%", () => {
  const { written, stream } = output(true);
  const bar = progressBar(stream);
  for (const bytes of [0, 4_956_211, 9_912_422]) bar.onProgress(piece("a.gz", bytes));
  bar.stop();
  const text = written.join("");
  expect(text).toContain("mnist/a.gz [========================] 100% of 9.9 MB");
  // oxlint-disable-next-line no-control-regex -- escape sequences steer the terminal
  expect(text.replace(/\u001b(\[[?\d;]*[A-Za-z]|[78])/g, "")).toMatch(/^[\n\r\u0020-\u007e]*$/);
});
