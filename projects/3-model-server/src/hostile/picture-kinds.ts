import { http, noise, type Kinds } from "./http.ts";

/** The beginning of a PNG that says it is so many pixels wide and high. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.from(
    "89504e470d0a1a0a0000000d494844520000000000000000080000000000000000",
    "hex",
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** Attacks on a route that takes pictures. */
export const pictureKinds = (path: string): Kinds => ({
  "uploads that are cut off": (random) =>
    http(path, png(28, 28).subarray(0, random.integers(8, 33)), { "content-type": "image/png" }),
  "decompression bombs": (random) =>
    http(path, png(random.integers(6000, 2 ** 31 - 1), random.integers(6000, 2 ** 31 - 1)), {
      "content-type": "image/png",
    }),
  "noise as a picture": (random) =>
    http(path, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise(random, 300)]), {
      "content-type": "image/jpeg",
    }),
  "vector graphics that name files": () =>
    http(path, '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', {
      "content-type": "image/png",
    }),
  "base64 that is none": (random) =>
    http(path, JSON.stringify({ image: noise(random, 50).toString("latin1") })),
  "forms without an end": (random) =>
    http(
      path,
      `--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n${"y".repeat(random.integers(0, 500))}`,
      { "content-type": "multipart/form-data; boundary=x" },
    ),
});
