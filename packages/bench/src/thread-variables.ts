/** Every numeric library's own way to be told how many threads to use. */
export function threadVariables(threads: number): Record<string, string> {
  const names = [
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
  ];
  return Object.fromEntries(names.map((name) => [name, String(threads)]));
}
