import type { NDArray } from "@ml-roadmap/ndarray";
import { pytorch } from "../testing.ts";
import type { Optimizer } from "./optimizer.ts";

/**
 * The values a parameter goes through under PyTorch's optimiser of this name and under ours, for
 * the same start and the same four gradients: learning rate 0.1, weight decay 0.01.
 */
export function paths(name: string, optimizer: Optimizer): { ours: NDArray[]; theirs: NDArray } {
  const of = pytorch(name);
  let value = of("value");
  let state = optimizer.init(value);
  const ours = [1, 2, 3, 4].map((step) => {
    const gradient = of("gradients").at(step - 1);
    ({ value, state } = optimizer.update({
      value,
      gradient,
      state,
      step,
      learningRate: 0.1,
      weightDecay: 0.01,
    }));
    return value;
  });
  return { ours, theirs: of("path") };
}
