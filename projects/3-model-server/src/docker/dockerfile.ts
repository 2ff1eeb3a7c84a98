/** One instruction of a Dockerfile: `FROM`, `COPY` and so on in capitals, and what follows it. */
export interface Instruction {
  keyword: string;
  value: string;
}

/** A Dockerfile's stages, each with its instructions; what stands before the first `FROM` is left out. */
export function parseStages(text: string): Instruction[][] {
  const lines = text
    .split("\n")
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join("\n")
    .replace(/\\\n/g, " ")
    .split("\n");
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, keyword, value] = /^\s*(\w+)\s+(.*?)\s*$/.exec(line) ?? [];
    if (keyword === undefined) continue;
    if (keyword.toUpperCase() === "FROM") stages.push([]);
    stages.at(-1)?.push({ keyword: keyword.toUpperCase(), value });
  }
  return stages;
}
