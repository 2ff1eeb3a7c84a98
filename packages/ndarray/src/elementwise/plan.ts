/** The loops that visit every element of several operands at once. */
export interface LoopPlan {
  readonly shape: readonly number[];
  /** Per operand, the strides of `shape`. */
  readonly strides: readonly (readonly number[])[];
}

/**
 * Drops axes of length 1 and joins neighbours that every operand steps through evenly, so that
 * contiguous memory of any shape becomes one long loop.
 */
export function planLoops(
  shape: readonly number[],
  strides: readonly (readonly number[])[],
): LoopPlan {
  const joined: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (let axis = 0; axis < shape.length; axis++) {
    const n = shape[axis];
    if (n === 1) continue;
    const last = joined.length - 1;
    if (last >= 0 && steps.every((own, i) => own[last] === strides[i][axis] * n)) {
      joined[last] = joined[last] * n;
      for (let i = 0; i < steps.length; i++) steps[i][last] = strides[i][axis];
    } else {
      joined.push(n);
      for (let i = 0; i < steps.length; i++) steps[i].push(strides[i][axis]);
    }
  }
  return { shape: joined, strides: steps };
}

/**
 * Calls `visit` for each combination of the leading axes (all but the last two) with the
 * operands' offsets, which it advances in place.
 */
export function forEachPlane(
  plan: LoopPlan,
  offsets: readonly number[],
  visit: (offsets: readonly number[]) => void,
): void {
  const lead = plan.shape.length - 2;
  if (plan.shape.includes(0)) return;
  const at = Array.from(offsets);
  if (lead <= 0) {
    visit(at);
    return;
  }
  const counter = new Array<number>(lead).fill(0);
  for (;;) {
    visit(at);
    let axis = lead - 1;
    for (; axis >= 0; axis--) {
      const n = plan.shape[axis];
      counter[axis] = counter[axis] + 1;
      for (let i = 0; i < at.length; i++) at[i] = at[i] + plan.strides[i][axis];
      if (counter[axis] < n) break;
      counter[axis] = 0;
      for (let i = 0; i < at.length; i++) at[i] = at[i] - n * plan.strides[i][axis];
    }
    if (axis < 0) return;
  }
}
