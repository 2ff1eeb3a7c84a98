import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { sampleReport } from "../test-support/sample-report.ts";
import { report } from "./report.ts";

const parse = (html: string) => parseHTML(html).document;

test("report(...) is one file: no script, no address of anything else, and a policy that forbids both", () => {
  const html = report(sampleReport());
  const document = parse(html);
  const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
  expect(policy).toContain("default-src 'none'");
  const style = document.querySelector("style")?.textContent ?? "";
  expect(policy).toContain(
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  );
  expect(document.querySelectorAll("script, iframe, object, embed, img, [style]").length).toBe(0);
  const addresses = [...document.querySelectorAll("[href], [src]")].map(
    (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "",
  );
  expect(addresses.every((address) => address.startsWith("#") || address.startsWith("data:"))).toBe(
    true,
  );
  expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:\/\//);
});

test("report(...) has a contents list whose links lead to the sections, and headings without gaps", () => {
  const document = parse(
    report({
      title: "T",
      sections: [{ title: "Same" }, { title: "Same" }, { title: "\u00dcber" }],
    }),
  );
  const links = [...document.querySelectorAll("nav a")].map(
    (link) => link.getAttribute("href") ?? "",
  );
  expect(links).toHaveLength(3);
  for (const link of links) expect(document.querySelectorAll(link).length).toBe(1);
  const levels = [...parse(report(sampleReport())).querySelectorAll("h1, h2, h3, h4")].map(
    (heading) => Number(heading.tagName[1]),
  );
  expect(levels[0]).toBe(1);
  for (const [i, level] of levels.slice(1).entries())
    expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1);
});

test("report(...) puts a table under every chart, with headers for rows and columns", () => {
  const document = parse(report(sampleReport()));
  for (const figure of document.querySelectorAll("figure")) {
    expect(figure.querySelectorAll("svg[role=img][aria-label]").length).toBe(1);
    expect(figure.querySelectorAll("details table thead th[scope=col]").length).toBe(2);
    expect(figure.querySelectorAll("details table tbody th[scope=row]").length).toBe(2);
  }
  expect(document.querySelectorAll("figure").length).toBeGreaterThan(10);
});

test("report(...) writes numbers to the right in four digits, formats as told, and a dash for null", () => {
  const columns = [
    { label: "Name" },
    { label: "Value" },
    { label: "Share", format: (v: number) => `${v * 100}%` },
  ];
  const document = parse(
    report({
      title: "T",
      sections: [
        {
          title: "S",
          tables: [
            {
              columns,
              rows: [
                ["a", 0.123456, 0.5],
                ["b", 12345, null],
              ],
            },
          ],
        },
      ],
    }),
  );
  expect(
    [...document.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    ),
  ).toEqual([
    ["a", "0.1235", "50%"],
    ["b", "12,345", "\u2013"],
  ]);
  expect([...document.querySelectorAll("th[scope=col]")].map((cell) => cell.className)).toEqual([
    "",
    "number",
    "number",
  ]);
});

test("report({body}) makes a paragraph of every block of text", () => {
  const document = parse(
    report({ title: "T", sections: [{ title: "S", body: "One\nstill one.\n\n  \nTwo <b>." }] }),
  );
  expect([...document.querySelectorAll("section p")].map((p) => p.textContent)).toEqual([
    "One\nstill one.",
    "Two <b>.",
  ]);
});

test("report(...) of hostile strings holds them as text only", () => {
  const hostile = `"'><script>x</script><img src=x onerror=x></title></style></svg><!--]]>`;
  const plain = parse(report(sampleReport()));
  const document = parse(report(sampleReport(hostile)));
  const tags = (page: Document) =>
    [...page.querySelectorAll("*")]
      .map((element) => element.tagName)
      .filter((tag) => tag !== "text");
  expect(new Set(tags(document))).toEqual(new Set(tags(plain)));
  expect(document.querySelector("title")?.textContent).toBe(`Titanic: who survived?${hostile}`);
});

test("report(...) of the same content is the same text", () => {
  expect(report(sampleReport())).toBe(report(sampleReport()));
});

test("report(...) refuses a figure that does more than draw, and a row of the wrong length", () => {
  const table = { columns: [{ label: "a" }], rows: [["x"]] };
  const withSvg = (svg: string) => () =>
    report({ title: "T", sections: [{ title: "S", figures: [{ title: "F", svg, table }] }] });
  expect(withSvg("<p>no</p>")).toThrow("expected a figure's svg to begin with <svg");
  expect(withSvg("<svg><script>x</script></svg>")).toThrow(/may hold svg g path .*, found script/i);
  expect(withSvg('<svg onload="x"></svg>')).toThrow(
    'a figure\'s svg may only draw, found onload="x"',
  );
  expect(withSvg('<svg><image href="https://example.com/a.png"/></svg>')).toThrow(
    "may only draw, found href=",
  );
  expect(withSvg('<svg><rect fill="url(https://example.com/a)"/></svg>')).toThrow(
    "may only draw, found fill=",
  );
  expect(withSvg("<svg><foreignObject></foreignObject></svg>")).toThrow(/found foreignObject/i);
  expect(withSvg("<svg></svg><p>after</p>")).toThrow(/found p/i);
  expect(() =>
    report({ title: "T", sections: [{ title: "S", tables: [{ ...table, rows: [["x", 1]] }] }] }),
  ).toThrow('report: row 0 of table "a": expected 1 cells, found 2');
});
