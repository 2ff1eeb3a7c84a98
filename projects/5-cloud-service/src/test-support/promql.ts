const words = new Set(["and", "or", "unless", "bool", "offset"]);

/** The metrics that an expression of PromQL names; enough for the expressions of a dashboard. */
export function metricsOf(expression: string): string[] {
  const bare = expression
    .replace(/"(?:[^"\\]|\\.)*"/g, "")
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, "")
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, "");
  const names = bare.matchAll(/(?<![\w.:])[a-zA-Z_:][\w:]*(?!\s*\(|[\w:])/g);
  return [...names].map(([name]) => name).filter((name) => !words.has(name));
}
