import { bfloat16ToFloat32 } from "./bfloat16.ts";
import { float16ToFloat32 } from "./float16.ts";
import type { Tensor } from "./tensor.ts";

/** The tensor's values as float32: the very array of an F32 tensor, else a converted copy (F64 and integers are rounded). */
export function toFloat32(tensor: Tensor): Float32Array {
  switch (tensor.dtype) {
    case "F32":
      return tensor.data;
    case "F16":
      return float16ToFloat32(tensor.data);
    case "BF16":
      return bfloat16ToFloat32(tensor.data);
    case "I64":
    case "U64":
      return Float32Array.from(tensor.data, Number);
    default:
      return new Float32Array(tensor.data);
  }
}
