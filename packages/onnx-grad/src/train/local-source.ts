import type { Backend, Session, Tensors } from "../runtime/backend.ts";
import type { Tensor } from "../runtime/tensor.ts";
import type { GradientSource } from "./source.ts";

/** Runs the training model on this thread; `weights` are views of the memory that the optimiser changes. */
export async function localSource(
  backend: Backend,
  model: Uint8Array,
  weights: Tensors,
  threads: number,
): Promise<GradientSource> {
  const session = await backend.createSession(model, { threads });
  return {
    parallel: 1,
    compute: (feeds) => runAll(session, { ...weights, ...feeds }),
    weightsChanged() {
      // The session reads the optimiser's own memory.
    },
    close: () => session.release(),
  };
}

/** Runs the session for all its outputs; feeds that it does not take are left out. */
export async function runAll(session: Session, feeds: Tensors): Promise<Record<string, Tensor>> {
  const taken = session.inputNames.map((name) => {
    if (Object.hasOwn(feeds, name)) return [name, feeds[name]] as const;
    throw new RangeError(`feeds: input ${JSON.stringify(name)} is missing`);
  });
  const fetches = Object.fromEntries(session.outputNames.map((name) => [name, null]));
  return session.run(Object.fromEntries(taken), fetches);
}
