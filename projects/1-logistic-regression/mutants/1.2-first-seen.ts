// Misconception: of equally frequent texts, the one that came first will do.
// file: src/data/imputer.ts
//#region solution 1.2 most frequent of the texts that are there
const present = column.filter((cell) => cell !== null);
const counts = new Map<string, number>();
for (const text of present) counts.set(text, (counts.get(text) ?? 0) + 1);
let fill = present[0];
for (const [text, count] of counts) {
  if (count > counts.get(fill)!) fill = text;
}
return { fill, hasMissing: present.length < column.length };
//#endregion
