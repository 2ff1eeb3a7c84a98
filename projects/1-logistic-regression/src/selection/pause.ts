import { setImmediate } from "node:timers/promises";

/** Lets signals and timers have their turn between two pieces of work; throws the signal's reason when it has fired. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
