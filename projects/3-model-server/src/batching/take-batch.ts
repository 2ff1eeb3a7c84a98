/** What choosing a batch looks at. */
interface Queued {
  rows: number;
  key: string;
  deadline: number;
}

/**
 * Takes the next batch from a queue: the items with the first one's key in the order they came, while they
 * together hold at most `maxRows` rows. Items with another key keep their places, and the first of them
 * opens a later batch. An item whose deadline is over is late and in no batch. The first one goes even if
 * it alone holds more rows.
 *
 * @param now in the deadlines' clock
 * @returns the batch, the late ones, and the rest of the queue, each in its order
 */
export function takeBatch<Q extends Queued>(
  queue: readonly Q[],
  maxRows: number,
  now: number,
): { batch: Q[]; late: Q[]; rest: Q[] } {
  //#region solution 3.6 which waiting requests go together
  const [batch, late, rest]: [Q[], Q[], Q[]] = [[], [], []];
  let [rows, full] = [0, false];
  for (const next of queue) {
    if (next.deadline < now) {
      late.push(next);
      continue;
    }
    const joins = batch.length === 0 || next.key === batch[0].key;
    // Behind one that does not fit, none of its key may overtake.
    if (joins && batch.length > 0 && rows + next.rows > maxRows) full = true;
    if (joins && !full) {
      batch.push(next);
      rows += next.rows;
    } else rest.push(next);
  }
  return { batch, late, rest };
  //#endregion
}
