import { readFileSync } from "node:fs";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { arange } from "../creation/range.ts";
import { crc32 } from "./crc32.ts";
import { formatNpz, parseNpz } from "./npz.ts";
import { writeZip } from "./zipWrite.ts";

/** The bytes of a file that NumPy wrote (fixtures/npy/generate.py). */
function file(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/npy/${name}`, import.meta.url)));
}

const inflate = (bytes: Uint8Array): Uint8Array => inflateRawSync(bytes);
const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes);
const ones = { x: arange(200), y: [[true, false]], größe: 1.5 };

/** Where a 4-byte signature first stands. */
function find(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature) return at;
  }
  throw new RangeError("no such signature");
}

const central = (bytes: Uint8Array): number => find(bytes, 0x02014b50);

describe("parseNpz(bytes)", () => {
  it.each(["stored.npz", "compressed.npz"])("reads %s of NumPy", (name) => {
    const arrays = parseNpz(file(name), { inflate });
    expect(Object.keys(arrays)).toEqual(["weights", "labels", "größe"]);
    expect([arrays["weights"].dtype, arrays["weights"].shape]).toEqual(["float32", [20, 10]]);
    expect(Array.from(arrays["weights"].toTyped().slice(5, 9))).toEqual([5, 6, 0, 1]);
    expect(arrays["labels"].toArray()).toEqual([1, 2, 3]);
    expect(arrays["größe"].toArray()).toEqual([1.5]);
  });

  it("passes on how wide integers are read", () => {
    const { labels } = parseNpz(file("stored.npz"), { wideIntegers: "float64" });
    expect(labels.dtype).toBe("float64");
  });

  it("asks for inflate when an entry is compressed", () => {
    expect(() => parseNpz(file("compressed.npz"))).toThrow(
      'parseNpz: the archive has a compressed entry "weights.npy"; pass { inflate } to read it',
    );
  });

  it("reads an archive behind a comment, and an empty one", () => {
    const bytes = file("stored.npz");
    const commented = new Uint8Array(bytes.length + 5);
    commented.set(bytes);
    commented[bytes.length - 2] = 5;
    expect(Object.keys(parseNpz(commented))).toHaveLength(3);
    expect(parseNpz(formatNpz({}))).toEqual({});
  });

  it("keeps a name such as __proto__ an ordinary one", () => {
    const bytes = formatNpz(Object.fromEntries([["__proto__", 1]]));
    const arrays = parseNpz(bytes);
    expect(Object.keys(arrays)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(arrays)).toBe(Object.prototype);
  });
});

describe("formatNpz(arrays)", () => {
  it.each([undefined, deflate])("is read back, stored or deflated", (packer) => {
    const bytes = formatNpz(ones, packer === undefined ? {} : { deflate: packer });
    const arrays = parseNpz(bytes, { inflate });
    expect(Object.keys(arrays)).toEqual(["x", "y", "größe"]);
    expect(arrays["x"].toArray()).toEqual(arange(200).toArray());
    expect(arrays["y"].toArray()).toEqual([[true, false]]);
    expect(arrays["größe"].toArray()).toBe(1.5);
  });

  it("gives the same bytes for the same arrays, smaller when deflated", () => {
    expect(formatNpz(ones)).toEqual(formatNpz(ones));
    expect(formatNpz(ones, { deflate }).length).toBeLessThan(formatNpz(ones).length);
  });
});

describe("parseNpz(bytes) of what is no sound archive", () => {
  const sound = formatNpz(ones, { deflate });

  function altered(change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
    const bytes = sound.slice();
    change(bytes, new DataView(bytes.buffer));
    return bytes;
  }

  it("every truncation is an error", () => {
    for (let length = 0; length < sound.length; length++) {
      expect(() => parseNpz(sound.slice(0, length), { inflate })).toThrow("parseNpz: ");
    }
  });

  it("every changed byte is an error or changes nothing but names and dates", () => {
    const values = (bytes: Uint8Array): unknown[] =>
      Object.values(parseNpz(bytes, { inflate })).map((a) => a.toArray());
    const expected = values(sound);
    for (let at = 0; at < sound.length; at++) {
      const bytes = sound.slice();
      bytes[at] ^= 0xff;
      let found: unknown[] = expected;
      try {
        found = values(bytes);
      } catch (error) {
        expect(String(error)).toMatch(/parseNp[yz]: /);
      }
      expect(found).toEqual(expected);
    }
  });

  const cases: [string, Uint8Array][] = [
    ["has no end record", new TextEncoder().encode("<html>503 Service Unavailable</html>")],
    [
      "claims 4294967294 bytes from",
      altered((bytes, view) => view.setUint32(central(bytes) + 24, 0xfffffffe, true)),
    ],
    [
      "has an encrypted entry",
      altered((bytes, view) => view.setUint16(central(bytes) + 8, 1, true)),
    ],
    [
      "packed by method 14",
      altered((bytes, view) => view.setUint16(central(bytes) + 10, 14, true)),
    ],
    [
      "needs ZIP64",
      altered((bytes, view) => view.setUint32(central(bytes) + 20, 0xffffffff, true)),
    ],
    ["wrong checksum", altered((bytes, view) => view.setUint32(central(bytes) + 16, 1, true))],
    [
      "where its directory says",
      altered((bytes, view) => view.setUint32(central(bytes) + 42, 7, true)),
    ],
    [
      "runs past its end",
      altered((bytes, view) => {
        const at = central(bytes);
        view.setUint16(at + 10, 0, true);
        view.setUint32(at + 20, 0xfffffff, true);
        view.setUint32(at + 24, 0xfffffff, true);
      }),
    ],
    [
      "two entries named",
      writeZip([
        { name: "a.npy", bytes: new Uint8Array(1) },
        { name: "a.npy", bytes: new Uint8Array(1) },
      ]),
    ],
    ['"a.txt" that is no .npy', writeZip([{ name: "a.txt", bytes: new Uint8Array(1) }])],
    ["not an .npy file", writeZip([{ name: "a.npy", bytes: new Uint8Array(20) }])],
  ];

  it.each(cases)("%s", (message, bytes) => {
    expect(() => parseNpz(bytes, { inflate })).toThrow(message);
  });

  it("entries that share bytes are refused", () => {
    const bytes = formatNpz({ a: 1, b: 1 });
    const view = new DataView(bytes.buffer);
    const first = central(bytes);
    const second = first + 46 + "a.npy".length;
    view.setUint32(second + 42, 0, true);
    expect(() => parseNpz(bytes)).toThrow("has overlapping entries");
  });

  it("an archive that claims too much is refused before memory is taken", () => {
    expect(() => parseNpz(sound, { inflate, maxBytes: 1000 })).toThrow(
      "more than 1000; pass { maxBytes } if that is meant",
    );
  });

  it("an entry that inflates to more than it claims is refused", () => {
    const bytes = altered((b, view) => view.setUint32(central(b) + 24, 1700, true));
    expect(() => parseNpz(bytes, { inflate })).toThrow("bytes that claims 1700");
  });
});

describe("crc32(bytes)", () => {
  it("is the checksum of the standard's test vector", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });
});
