/**
 * The 2,201 people aboard the Titanic by class, sex and age group: Robert J. MacG. Dawson, "The
 * 'Unusual Episode' Data Revisited", Journal of Statistics Education 3(3), 1995. Real counts, small
 * enough to carry: [class, sex, age, died, survived].
 */
export const titanicCounts = [
  ["1st", "male", "adult", 118, 57],
  ["1st", "female", "adult", 4, 140],
  ["1st", "male", "child", 0, 5],
  ["1st", "female", "child", 0, 1],
  ["2nd", "male", "adult", 154, 14],
  ["2nd", "female", "adult", 13, 80],
  ["2nd", "male", "child", 0, 11],
  ["2nd", "female", "child", 0, 13],
  ["3rd", "male", "adult", 387, 75],
  ["3rd", "female", "adult", 89, 76],
  ["3rd", "male", "child", 35, 13],
  ["3rd", "female", "child", 17, 14],
  ["crew", "male", "adult", 670, 192],
  ["crew", "female", "adult", 3, 20],
] as const;

/** One CSV row a person, `Class,Sex,Age,Survived`, in the order of the counts: always the same text. */
export function embeddedTitanicCsv(): string {
  const rows = titanicCounts.flatMap(([group, sex, age, died, survived]) => [
    ...Array.from({ length: died }, () => `${group},${sex},${age},0`),
    ...Array.from({ length: survived }, () => `${group},${sex},${age},1`),
  ]);
  return ["Class,Sex,Age,Survived", ...rows, ""].join("\n");
}
