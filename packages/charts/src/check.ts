/** Throws a RangeError unless there is something to draw. */
export function checkSeries(operation: string, series: readonly unknown[]): void {
  if (series.length === 0)
    throw new RangeError(`${operation}: expected at least one series, found none`);
}

/** Throws a RangeError unless all the lists are of one length, one or more. */
export function checkSameLength(
  operation: string,
  lists: Readonly<Record<string, ArrayLike<number> | undefined>>,
): void {
  const lengths = Object.entries(lists).flatMap(([name, list]) =>
    list ? [[name, list.length] as const] : [],
  );
  const [first] = lengths;
  if (!first) return;
  if (first[1] === 0)
    throw new RangeError(`${operation}: expected at least one value in ${first[0]}, found none`);
  if (lengths.some(([, length]) => length !== first[1])) {
    throw new RangeError(
      `${operation}: expected lists of one length, found ${lengths.map(([name, length]) => `${name} ${length}`).join(", ")}`,
    );
  }
}
