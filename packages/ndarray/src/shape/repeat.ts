import { ShapeError } from "../core/errors.ts";
import type { NDArray } from "../core/ndarray.ts";
import { checkOptions } from "../core/options.ts";
import { checkAxis } from "../core/shape.ts";
import type { ArrayInput } from "../elementwise/operand.ts";
import { asArray } from "../elementwise/operand.ts";
import { take } from "../indexing/take.ts";
import { broadcastTo } from "./broadcast.ts";
import { reshape } from "./reshape.ts";
import { fromTyped } from "../creation/array.ts";

/** Each element (of the flattened array, or along an axis) `counts` times, or its own number of times. */
export function repeat(
  a: ArrayInput,
  counts: number | readonly number[],
  options: { readonly axis?: number } = {},
): NDArray {
  checkOptions("repeat", options, ["axis"]);
  const given = asArray(a);
  const x = options.axis === undefined ? reshape(given, -1) : given;
  const axis = checkAxis("repeat", options.axis ?? 0, x.ndim);
  const n = x.shape[axis];
  const each = typeof counts === "number" ? new Array<number>(n).fill(counts) : counts;
  if (each.length !== n || !each.every((count) => Number.isInteger(count) && count >= 0)) {
    throw new ShapeError(
      `repeat: expected one count, or ${n} whole counts >= 0 for axis ${axis}, got ${each.join(", ")}`,
    );
  }
  const positions = each.flatMap((count, i) => new Array<number>(count).fill(i));
  return take(x, fromTyped(Int32Array.from(positions)), { axis });
}

/** The whole array side by side, `repeats[i]` times along axis i; new axes are added in front. */
export function tile(a: ArrayInput, repeats: number | readonly number[]): NDArray {
  const x = asArray(a);
  const given = typeof repeats === "number" ? [repeats] : repeats;
  if (!given.every((count) => Number.isInteger(count) && count >= 0)) {
    throw new ShapeError(`tile: expected whole counts >= 0, got ${given.join(", ")}`);
  }
  const ndim = Math.max(x.ndim, given.length);
  const times = [...new Array<number>(ndim - given.length).fill(1), ...given];
  const own = [...new Array<number>(ndim - x.ndim).fill(1), ...x.shape];
  // (t0, n0, t1, n1, ...) with the repeated axes broadcast, then joined pairwise.
  const spread = reshape(
    x,
    own.flatMap((n) => [1, n]),
  );
  const repeated = broadcastTo(
    spread,
    own.flatMap((n, i) => [times[i], n]),
  );
  return reshape(
    repeated.copy(),
    own.map((n, i) => n * times[i]),
  );
}
