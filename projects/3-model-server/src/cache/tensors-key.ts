import { createHash } from "node:crypto";
import type { Tensors } from "../tensors/tensor.ts";

/** A key that equal tensors share and, as far as SHA-256 goes, no others: nobody can forge another's answer. */
export function tensorsKey(tensors: Tensors): string {
  const hash = createHash("sha256");
  for (const name of [...tensors.keys()].toSorted()) {
    const { datatype, shape, data } = tensors.get(name)!;
    // JSON keeps names, shapes and texts apart, whatever characters they hold.
    const texts = Array.isArray(data) ? data : [];
    hash.update(JSON.stringify([name, datatype, shape, texts]));
    if (!Array.isArray(data)) {
      hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    }
  }
  return hash.digest("base64url");
}
