/** A CSV of invented people in the columns of the passenger table: `rows` of them, who is saved depends on sex and class. */
export function peopleCsv(rows: number): string {
  const header = "PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked";
  const lines = Array.from({ length: rows }, (_, i) => {
    const isFemale = i % 5 < 2;
    const pclass = (i % 3) + 1;
    const survived = (isFemale ? pclass < 3 || i % 4 === 0 : i % 7 === 0) ? 1 : 0;
    const title = isFemale ? ["Mrs", "Miss"][i % 2] : i % 11 === 0 ? "Master" : "Mr";
    return [
      i + 1,
      survived,
      pclass,
      `"Fam${i % 29}, ${title}. Given ""${i}"""`,
      isFemale ? "female" : "male",
      i % 6 === 0 ? "" : 2 + ((i * 7) % 60),
      i % 3,
      i % 2,
      `T${i % 37}`,
      (8 + ((i * 13) % 90)).toFixed(2),
      i % 4 === 0 ? `C${i}` : "",
      ["S", "C", "Q"][i % 3],
    ].join(",");
  });
  return `${[header, ...lines].join("\n")}\n`;
}
