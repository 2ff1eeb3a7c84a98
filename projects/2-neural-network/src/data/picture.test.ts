import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDigits } from "@ml-roadmap/datasets";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPicture, toDigit } from "./picture.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "picture-"));
});
afterAll(() => rm(folder, { recursive: true }));

const side = 28;
const { images } = generateDigits(1, 4);
/** Share of ink on which two digits agree. */
function agreement(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    both += Math.min(a[i], b[i]);
    either += Math.max(a[i], b[i]);
  }
  return both / either;
}

const digit = () => sharp(images, { raw: { width: side, height: side, channels: 1 } });

async function throughFile(name: string, image: Sharp): Promise<Uint8Array> {
  const path = join(folder, name);
  await image.toFile(path);
  return toDigit(await readPicture(path));
}

describe("toDigit(await readPicture(path))", () => {
  const reference = () => toDigit({ width: side, height: side, pixels: images });

  test("gives a 28 x 28 digit that fits into 20 x 20, its centre of mass in the middle", () => {
    const result = reference();
    let [mass, x, y] = [0, 0, 0];
    const [columns, rows] = [new Set<number>(), new Set<number>()];
    for (const [i, ink] of result.entries()) {
      mass += ink;
      x += ink * (i % side);
      y += ink * Math.floor(i / side);
      if (ink > 0) {
        columns.add(i % side);
        rows.add(Math.floor(i / side));
      }
    }
    expect(Math.max(columns.size, rows.size)).toBe(20);
    expect(Math.abs(x / mass - 13.5)).toBeLessThan(0.51);
    expect(Math.abs(y / mass - 13.5)).toBeLessThan(0.51);
  });

  const changes: Record<string, () => Sharp> = {
    "dark ink on light paper": () => digit().negate(),
    "large, in colour, as JPEG": () =>
      digit()
        .negate()
        .resize(420, 420)
        .toColourspace("srgb")
        .tint({ r: 200, g: 180, b: 255 })
        .jpeg(),
    "in a corner of a wide field": () => digit().extend({ right: 150, bottom: 40 }),
    "on a transparent background": () =>
      digit()
        .negate({ alpha: false })
        .toColourspace("srgb")
        .ensureAlpha()
        .extend({ left: 9, right: 9, background: { r: 0, g: 0, b: 0, alpha: 0 } }),
    "in white on nothing": () =>
      sharp({
        create: { width: side, height: side, channels: 3, background: "white" },
      }).joinChannel(Buffer.from(images), { raw: { width: side, height: side, channels: 1 } }),
    "with 16 bits a channel": () => digit().toColourspace("grey16"),
    pale: () => digit().linear(0.3, 100),
  };

  test.each(Object.keys(changes))("finds the same digit %s", async (name) => {
    const format = name.includes("JPEG") ? "jpg" : "png";
    const found = await throughFile(`${name.replaceAll(/\W/g, "")}.${format}`, changes[name]());
    expect(agreement(found, reference())).toBeGreaterThan(0.6);
  });

  test("keeps a thin stroke thin: a 1 stays upright and is not stretched", async () => {
    const one = sharp({
      create: { width: 4, height: 80, channels: 3, background: "black" },
    }).extend({ left: 60, right: 60, top: 20, bottom: 20, background: "white" });
    const result = await throughFile("one.png", one);
    const columns = new Set(
      [...result.entries()].filter(([, ink]) => ink > 0).map(([i]) => i % side),
    );
    expect(columns.size).toBe(1);
    expect(result.filter((ink) => ink > 0)).toHaveLength(20);
  });

  test("refuses an empty picture, a text file and a missing file, naming what was expected", async () => {
    const grey = sharp({ create: { width: 9, height: 9, channels: 3, background: "#777" } });
    await expect(throughFile("grey.png", grey)).rejects.toThrow(/no digit.* by 0 of 255 .* 24/);
    const text = join(folder, "text.png");
    await writeFile(text, "a seven");
    await expect(readPicture(text)).rejects.toThrow(/text.png: expected a picture/);
    await expect(readPicture(join(folder, "none.png"))).rejects.toThrow(/none.png: expected/);
  });
});
