import { expect, test } from "vitest";
import { loadTitanic } from "./load-titanic.ts";

const count = (csv: string, pattern: RegExp) => csv.match(pattern)?.length ?? 0;

test("loadTitanic({source: 'embedded'}) gives Dawson's 2,201 people with his marginal counts", async () => {
  const { csv, kind, description, label } = await loadTitanic({ source: "embedded" });
  const lines = csv.trimEnd().split("\n");
  expect(lines[0]).toBe("Class,Sex,Age,Survived");
  expect(lines).toHaveLength(2202);
  expect([kind, label]).toEqual(["embedded", "Survived"]);
  expect(description).toContain("as asked");
  expect(count(csv, /,1$/gm)).toBe(711);
  expect(count(csv, /,0$/gm)).toBe(1490);
  expect(["1st", "2nd", "3rd", "crew"].map((g) => count(csv, new RegExp(`^${g},`, "gm")))).toEqual([
    325, 285, 706, 885,
  ]);
  expect(count(csv, /,female,/g)).toBe(470);
  expect(count(csv, /,child,/g)).toBe(109);
});
