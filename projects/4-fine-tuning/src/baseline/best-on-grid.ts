/** A setting that was tried, what it gave, and the loss that is to be small. */
export interface Trial<Result> {
  readonly setting: number;
  readonly result: Result;
  readonly loss: number;
}

/**
 * The setting with the least loss on an ascending grid, for a loss that falls and then rises: starts in
 * the middle and walks, first up and then down, while that helps. `attempt` gets the trial made last, to
 * start from. Throws RangeError for an empty grid.
 */
export async function bestOnGrid<Result>(
  grid: readonly number[],
  attempt: (
    setting: number,
    last: Trial<Result> | undefined,
  ) => Promise<{ result: Result; loss: number }>,
): Promise<{ best: Trial<Result>; tried: readonly Trial<Result>[] }> {
  if (grid.length === 0)
    throw new RangeError("bestOnGrid: the grid is empty; one setting is needed");
  const middle = Math.floor((grid.length - 1) / 2);
  const tried: Trial<Result>[] = [];
  const visit = async (at: number, from: Trial<Result> | undefined) => {
    const trial = { setting: grid[at], ...(await attempt(grid[at], from)) };
    tried.push(trial);
    return trial;
  };
  let best = await visit(middle, undefined);
  for (const step of [1, -1]) {
    let from = tried[0];
    for (let at = middle + step; at >= 0 && at < grid.length; at += step) {
      const trial = await visit(at, from);
      if (trial.loss >= best.loss) break;
      best = from = trial;
    }
    if (best !== tried[0]) break;
  }
  return { best, tried: tried.toSorted((a, b) => a.setting - b.setting) };
}
