/** The rows of each class, classes in ascending order, rows in the order of the data. */
export function rowsByClass(labels: ArrayLike<number>): number[][] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const members = rows.get(labels[row]);
    if (members) members.push(row);
    else rows.set(labels[row], [row]);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, members]) => members);
}
