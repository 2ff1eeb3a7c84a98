/** What choosing a batch looks at. */
interface Queued {
  rows: number;
  key: string;
  deadline: number;
}

/**
 * Takes the next batch from a queue: items in the order they came, while they have the first one's key
 * and together hold at most `maxRows` rows. An item whose deadline is over is late and in no batch. The
 * first one goes even if it alone holds more rows.
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
  const late = queue.filter(({ deadline }) => deadline < now);
  const waiting = queue.filter(({ deadline }) => deadline >= now);
  let [count, rows] = [0, 0];
  while (count < waiting.length) {
    const next = waiting[count];
    if (next.key !== waiting[0].key || (count > 0 && rows + next.rows > maxRows)) break;
    rows += next.rows;
    count += 1;
  }
  return { batch: waiting.slice(0, count), late, rest: waiting.slice(count) };
  //#endregion
}
