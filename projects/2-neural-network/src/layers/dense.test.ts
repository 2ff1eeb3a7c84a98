import "@ml-roadmap/testing/matchers";
import { checkGradient } from "@ml-roadmap/testing";
import { zeros } from "@ml-roadmap/ndarray";
import { describe, expect, test } from "vitest";
import { pytorch } from "../testing.ts";
import { denseBackward, denseForward } from "./dense.ts";

const of = pytorch("dense");
const [x, weight, bias, dY] = ["x", "weight", "bias", "dY"].map(of);

describe("2.3 denseForward", () => {
  test("equals PyTorch", () => {
    expect(denseForward(x, weight, bias)).toBeAllClose(of("y"), { rtol: 1e-12 });
  });

  test("keeps float32", () => {
    const y = denseForward(x.astype("float32"), weight.astype("float32"), bias.astype("float32"));
    expect(y.dtype).toBe("float32");
  });
});

describe("2.3 denseBackward", () => {
  test("equals PyTorch", () => {
    const { dX, dWeight, dBias } = denseBackward(dY, x, weight);
    expect(dX).toBeAllClose(of("d_x"), { rtol: 1e-12 });
    expect(dWeight).toBeAllClose(of("d_weight"), { rtol: 1e-12 });
    expect(dBias).toBeAllClose(of("d_bias"), { rtol: 1e-12 });
  });

  test("agrees with central differences", () => {
    // Written out here, so that this test needs nothing but denseBackward.
    const forward = (a: typeof x, w: typeof x, b: typeof x) => {
      const y = zeros([5, 3]);
      for (let n = 0; n < 5; n++)
        for (let h = 0; h < 3; h++) {
          let sum = b.get(h);
          for (let d = 0; d < 4; d++) sum += a.get(n, d) * w.get(d, h);
          y.set(sum, n, h);
        }
      return y;
    };
    checkGradient(
      (v) => forward(v, weight, bias),
      (v, up) => denseBackward(up, v, weight).dX,
      x,
    );
    checkGradient(
      (v) => forward(x, v, bias),
      (v, up) => denseBackward(up, x, v).dWeight,
      weight,
    );
    checkGradient(
      (v) => forward(x, weight, v),
      (_, up) => denseBackward(up, x, weight).dBias,
      bias,
    );
  });
});
