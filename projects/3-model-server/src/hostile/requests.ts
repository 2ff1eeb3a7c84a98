import { randomGenerator, type Generator } from "@ml-roadmap/ndarray";

/** A request as bytes on the wire, and what kind of attack it is. */
export interface HostileRequest {
  kind: string;
  bytes: Buffer;
}

const INFER = "/v2/models/digits/infer";
const DIGITS = "/v1/digits";

function http(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  method = "POST",
): Buffer {
  const all = {
    host: "localhost",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n`, "latin1"),
    Buffer.from(body),
  ]);
}

const infer = (input: object, more: object = {}) =>
  http(INFER, JSON.stringify({ inputs: [input], ...more }));

const valid = () => ({
  name: "pixels",
  datatype: "FP32",
  shape: [1, 28, 28] as unknown[],
  data: Array<unknown>(784).fill(0),
});

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

type Make = (random: Generator) => Buffer;

const pick = <T>(random: Generator, values: readonly T[]): T =>
  values[random.integers(0, values.length)];

const noise = (random: Generator, length: number) =>
  Buffer.from(Array.from({ length }, () => random.integers(0, 256)));

/** Every kind of request that no client should send; each is refused with a 4xx or its connection closed. */
const kinds: Record<string, Make> = {
  "JSON that is cut off": (random) => {
    const text = JSON.stringify({ inputs: [valid()] });
    return http(INFER, text.slice(0, random.integers(1, text.length - 1)));
  },
  "JSON with a byte of noise": (random) => {
    const bytes = Buffer.from(JSON.stringify({ inputs: [valid()] }));
    bytes[random.integers(0, 20)] = random.integers(128, 256);
    return http(INFER, bytes);
  },
  "deep nesting": (random) => {
    const depth = random.integers(1000, 50_000);
    return http(INFER, `{"inputs":${"[".repeat(depth)}${"]".repeat(depth)}}`);
  },
  "deep nesting in data": (random) => {
    const depth = random.integers(9, 5000);
    const data = `${"[".repeat(depth)}1${"]".repeat(depth)}`;
    return http(
      INFER,
      `{"inputs":[{"name":"pixels","datatype":"FP32","shape":[1,28,28],"data":${data}}]}`,
    );
  },
  "huge and negative shapes": (random) => {
    const size = pick(random, [-1, -28, 2 ** 31, 2 ** 53, 1e308, 0.5, 29]);
    return infer({ ...valid(), shape: [size, 28, 28] });
  },
  "sizes that are no numbers": (random) =>
    infer({ ...valid(), shape: [pick(random, ["1", null, {}, [], true]), 28, 28] }),
  "many axes": (random) =>
    infer({ ...valid(), shape: Array<number>(random.integers(9, 1000)).fill(1) }),
  "elements that are no numbers": (random) => {
    const input = valid();
    input.data[random.integers(0, 784)] = pick(random, ["NaN", null, {}, [1], true, 1e39, -1, 256]);
    return infer(input);
  },
  "NaN and Infinity as JSON never has them": (random) => {
    const word = pick(random, ["NaN", "Infinity", "-Infinity", "1e999", "0x10", "undefined"]);
    const data = `[${Array<string>(784).fill(word).join(",")}]`;
    return http(
      INFER,
      `{"inputs":[{"name":"pixels","datatype":"FP32","shape":[1,28,28],"data":${data}}]}`,
    );
  },
  "NaN and Infinity in binary": (random) => {
    const head = Buffer.from(
      JSON.stringify({
        inputs: [{ ...valid(), data: undefined, parameters: { binary_data_size: 3136 } }],
      }),
    );
    const pixels = new Float32Array(784);
    pixels[random.integers(0, 784)] = pick(random, [NaN, Infinity, -Infinity]);
    return http(INFER, Buffer.concat([head, Buffer.from(pixels.buffer)]), {
      "content-type": "application/octet-stream",
      "inference-header-content-length": String(head.length),
    });
  },
  "wrong data types": (random) =>
    infer({
      ...valid(),
      datatype: pick(random, ["FP64", "BYTES", "fp32", "", "__proto__", 5, null]),
    }),
  "keys of the prototype": (random) => {
    const key = pick(random, ["__proto__", "constructor"]);
    return http(INFER, `{"${key}":{"prototype":{"polluted":true}},"inputs":[]}`);
  },
  "names of the prototype": (random) =>
    infer({ ...valid(), name: pick(random, ["__proto__", "constructor", "toString"]) }),
  "models by names of the prototype": (random) =>
    http(
      `/v2/models/${pick(random, ["__proto__", "constructor", "..%2f..%2fetc%2fpasswd"])}/infer`,
      "{}",
    ),
  "lengths of binary tensors that lie": (random) =>
    http(INFER, noise(random, random.integers(1, 200)), {
      "content-type": "application/octet-stream",
      "inference-header-content-length": pick(random, ["-1", "0", "1e9", "999999999999", "x", "5"]),
    }),
  "uploads that are cut off": (random) =>
    http(DIGITS, png(28, 28).subarray(0, random.integers(8, 33)), { "content-type": "image/png" }),
  "decompression bombs": (random) =>
    http(DIGITS, png(random.integers(6000, 2 ** 31 - 1), random.integers(6000, 2 ** 31 - 1)), {
      "content-type": "image/png",
    }),
  "noise as a picture": (random) =>
    http(DIGITS, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise(random, 300)]), {
      "content-type": "image/jpeg",
    }),
  "vector graphics that name files": () =>
    http(
      DIGITS,
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
      {
        "content-type": "image/png",
      },
    ),
  "base64 that is none": (random) =>
    http(DIGITS, JSON.stringify({ image: noise(random, 50).toString("latin1") })),
  "forms without an end": (random) =>
    http(
      DIGITS,
      `--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n${"y".repeat(random.integers(0, 500))}`,
      {
        "content-type": "multipart/form-data; boundary=x",
      },
    ),
  "media types that are none": (random) =>
    http(DIGITS, "x", {
      "content-type": pick(random, ["text/xml", "application/x-yaml", ";;;", "*/*"]),
    }),
  "header floods": (random) => {
    const many = Array.from({ length: random.integers(2100, 3000) }, (_, i) => [
      `x-${i}`,
      "y".repeat(8),
    ]);
    return http(DIGITS, "{}", Object.fromEntries(many));
  },
  "one huge header": (random) =>
    http(DIGITS, "{}", { "x-big": "y".repeat(random.integers(20_000, 60_000)) }),
  "lengths that contradict": () => http(DIGITS, "{}", { "transfer-encoding": "chunked" }),
  "negative content length": () => http(DIGITS, "{}", { "content-length": "-5" }),
  "bodies shorter than promised": () => http(DIGITS, "{}", { "content-length": "500" }),
  "chunks that are none": (random) => {
    const bad = Buffer.from(
      `POST ${DIGITS} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
    );
    return Buffer.concat([bad, noise(random, 20)]);
  },
  "methods that do not exist": (random) =>
    http(DIGITS, "{}", {}, pick(random, ["BREW", "PUT", "DELETE", "PATCH", "TRACE"])),
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
};

/** `count` requests, every kind about as often, the same for the same seed. */
export function* hostileRequests(count: number, seed: number): Iterable<HostileRequest> {
  const random = randomGenerator(seed);
  const entries = Object.entries(kinds);
  for (let i = 0; i < count; i++) {
    const [kind, make] = entries[i % entries.length];
    yield { kind, bytes: make(random) };
  }
}
