/**
 * Runs a function for a while, then gives the engine a moment: V8 compiles hot WebAssembly again in
 * the background, and what is measured before that is its quick first code.
 */
export async function warm<T>(run: () => T): Promise<() => T> {
  for (let round = 0; round < 3; round++) {
    const end = performance.now() + 60;
    while (performance.now() < end) run();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return run;
}
