/**
 * Runs a function for half a second, then gives the engine a moment: V8 compiles hot WebAssembly
 * again in the background, and what is measured before that is its quick first code.
 */
export async function warm<T>(run: () => T): Promise<() => T> {
  for (let round = 0; round < 5; round++) {
    const end = performance.now() + 100;
    while (performance.now() < end) run();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return run;
}
