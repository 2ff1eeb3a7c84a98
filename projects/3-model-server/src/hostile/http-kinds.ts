import { http, noise, pick, type Kinds } from "./http.ts";

/** Attacks on a server through HTTP itself, whatever is at `path`, which takes a POST. */
export const httpKinds = (path: string): Kinds => ({
  "media types that are none": (random) =>
    http(path, "x", {
      "content-type": pick(random, ["text/xml", "application/x-yaml", ";;;", "*/*"]),
    }),
  "header floods": (random) => {
    const many = Array.from({ length: random.integers(2100, 3000) }, (_, i) => [
      `x-${i}`,
      "y".repeat(8),
    ]);
    return http(path, "{}", Object.fromEntries(many));
  },
  "one huge header": (random) =>
    http(path, "{}", { "x-big": "y".repeat(random.integers(20_000, 60_000)) }),
  "lengths that contradict": () => http(path, "{}", { "transfer-encoding": "chunked" }),
  "negative content length": () => http(path, "{}", { "content-length": "-5" }),
  "bodies shorter than promised": () => http(path, "{}", { "content-length": "500" }),
  "chunks that are none": (random) => {
    const bad = Buffer.from(
      `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
    );
    return Buffer.concat([bad, noise(random, 20)]);
  },
  "methods that do not exist": (random) =>
    http(path, "{}", {}, pick(random, ["BREW", "PUT", "DELETE", "PATCH", "TRACE"])),
  "paths that climb": (random) =>
    http(
      pick(random, [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/v2/models/%00/infer",
        "/%ff",
        "/v2/models/%",
      ]),
      "{}",
    ),
  "noise instead of HTTP": (random) => noise(random, random.integers(10, 400)),
});
