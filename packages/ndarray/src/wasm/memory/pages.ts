import type { WasmMemory } from "../webAssembly.ts";

export const pageBytes = 65_536;

/** A 32-bit memory without its last page, so that the end of every block is a 32-bit number too. */
export const limitPages = 65_535;
export const limitBytes = limitPages * pageBytes;

const growthPages = 256;

/**
 * Grows a memory until it has at least `bytes`, a quarter more than it had where that is allowed.
 *
 * Throws RangeError, naming the size asked for, past the limit of 32-bit WebAssembly or when the
 * system refuses.
 */
export function growTo(memory: WasmMemory, bytes: number, what: string): void {
  if (bytes <= memory.buffer.byteLength) return;
  const now = memory.buffer.byteLength / pageBytes;
  const needed = Math.ceil(bytes / pageBytes) - now;
  if (now + needed > limitPages)
    throw new RangeError(
      `${what}: ${bytes} bytes asked for, a WebAssembly memory has at most ${limitBytes} (4 GiB); ` +
        "release arrays that are no longer needed, or keep the large ones outside of the heap",
    );
  const wanted = Math.min(Math.max(needed, growthPages, Math.ceil(now / 4)), limitPages - now);
  for (const pages of new Set([wanted, needed])) {
    try {
      memory.grow(pages);
      return;
    } catch {
      // The generous step was refused: try what is needed and no more.
    }
  }
  throw new RangeError(
    `${what}: the system refused to grow the memory to ${bytes} bytes from ${now * pageBytes}`,
  );
}
