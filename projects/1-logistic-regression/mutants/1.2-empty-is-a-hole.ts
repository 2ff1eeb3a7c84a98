// Misconception: an empty text is a missing one.
// file: src/data/imputer.ts
//#region solution 1.2 most frequent of the texts that are there
const sorted = column.filter((cell): cell is string => Boolean(cell)).toSorted();
const counts = new Map<string, number>();
for (const text of sorted) counts.set(text, (counts.get(text) ?? 0) + 1);
let fill = sorted[0] ?? "";
for (const [text, count] of counts) {
  if (count > counts.get(fill)!) fill = text;
}
return { fill, hasMissing: sorted.length < column.length };
//#endregion
