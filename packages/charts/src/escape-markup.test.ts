import { expect, test } from "vitest";
import { escapeMarkup } from "./escape-markup.ts";

test("escapeMarkup(text) leaves nothing that could end a text or an attribute, and no forbidden character", () => {
  expect(escapeMarkup(`<a href='x' title="y">&amp;</a>`)).toBe(
    "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;&lt;/a&gt;",
  );
  expect(escapeMarkup("a\u0000b\u001bc\td\ne")).toBe("a\ufffdb\ufffdc\td\ne");
  expect(escapeMarkup("caf\u00e9 \u{1f600}")).toBe("caf\u00e9 \u{1f600}");
});
