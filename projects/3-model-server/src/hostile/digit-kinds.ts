import { http, pick, type Kinds } from "./http.ts";
import { httpKinds } from "./http-kinds.ts";
import { pictureKinds } from "./picture-kinds.ts";
import { protocolKinds } from "./protocol-kinds.ts";

const INFER = "/v2/models/digits/infer";
const input = {
  name: "pixels",
  datatype: "FP32" as const,
  shape: [1, 28, 28],
  data: Array<number>(784).fill(0),
};

/** Numbers that are pixels to nobody. */
const outOfRange: Kinds = {
  "pixels out of range": (random) => {
    const data = [...input.data];
    data[random.integers(0, 784)] = pick(random, [-1, 256, 1e30, -1e-9]);
    return http(INFER, JSON.stringify({ inputs: [{ ...input, data }] }));
  },
  "NaN and Infinity in binary": (random) => {
    const binary = { ...input, data: undefined, parameters: { binary_data_size: 3136 } };
    const head = Buffer.from(JSON.stringify({ inputs: [binary] }));
    const pixels = new Float32Array(784);
    pixels[random.integers(0, 784)] = pick(random, [NaN, Infinity, -Infinity]);
    return http(INFER, Buffer.concat([head, Buffer.from(pixels.buffer)]), {
      "content-type": "application/octet-stream",
      "inference-header-content-length": String(head.length),
    });
  },
};

/** Every attack on the digit server. */
export const digitKinds: Kinds = {
  ...protocolKinds({ model: "digits", input }),
  ...outOfRange,
  ...pictureKinds("/v1/digits"),
  ...httpKinds("/v1/digits"),
};
