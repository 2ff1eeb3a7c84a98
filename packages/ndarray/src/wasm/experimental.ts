import { node, v8Version } from "./host.ts";

const relaxedFlag = "--experimental-wasm-relaxed-simd";
const revectorizeFlag = "--experimental-wasm-revectorize";

/** The V8 flag that this version gains from; V8 before 11.4 lacks FMA, V8 from 13 on can use 256 bits. */
function usefulFlag(): string | undefined {
  if (v8Version() < 11.4) return relaxedFlag;
  if (v8Version() >= 13) return revectorizeFlag;
  return undefined;
}

let set = false;

/**
 * Sets the experimental V8 flag that makes the kernels faster, if this version has one. Returns
 * whether a flag was set.
 *
 * Node 20: fused multiply-add. Node 24: pairs of 128-bit operations become 256-bit ones (AVX2).
 * V8 calls them experimental: they are never set without being asked for.
 */
export function setExperimentalFlag(): boolean {
  const flag = usefulFlag();
  if (!flag || !node) return false;
  node.getBuiltinModule("node:v8").setFlagsFromString(flag);
  set = true;
  return true;
}

/** Whether V8 turns pairs of vector operations into 256-bit ones, by our flag or by Node's own. */
export function revectorizes(): boolean {
  const flags = [...(node?.execArgv ?? []), ...(node?.env?.["NODE_OPTIONS"] ?? "").split(/\s+/)];
  return (set && usefulFlag() === revectorizeFlag) || flags.includes(revectorizeFlag);
}
