/** A lesson page in parts; Markdown throughout. */
export interface Lesson {
  readonly title: string;
  readonly sections: Readonly<Record<string, string>>;
  /** From a nudge to nearly there. */
  readonly hints: readonly string[];
}

/** The headings every lesson page has, in order. */
export const lessonSections = ["Concept", "Task", "What is checked", "Hints", "Reading"] as const;

/** How many hints every lesson page has. */
export const hintCount = 3;

/** Splits a lesson page at its headings; headings inside code fences are text. */
export function parseLesson(markdown: string): Lesson {
  let title = "";
  const sections: Record<string, string[]> = {};
  const hints: string[][] = [];
  let current: string[] = [];
  let fenced = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,3}) (.+?)\s*$/.exec(line);
    if (!heading) current.push(line);
    else if (heading[1] === "#") title = heading[2];
    else if (heading[1] === "##") current = sections[heading[2]] = [];
    else if (/^Hint \d+$/.test(heading[2])) hints.push((current = []));
    else current.push(line);
  }
  return {
    title,
    sections: Object.fromEntries(
      Object.entries(sections).map(([name, lines]) => [name, lines.join("\n").trim()]),
    ),
    hints: hints.map((lines) => lines.join("\n").trim()),
  };
}
