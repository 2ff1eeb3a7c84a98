import { inProcess } from "@ml-roadmap/bench";
import type { Runner } from "@ml-roadmap/bench";
import { importPeer, peerVersion } from "./install.ts";
import { seeded, storedShapes } from "./product.ts";
import type { Product } from "./product.ts";

interface OnnxRuntime {
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: object,
    ): Promise<{
      run(feeds: object): Promise<object>;
      release(): Promise<void>;
    }>;
  };
  readonly Tensor: new (type: string, data: Float32Array, dims: readonly number[]) => object;
}

/** A field of a protobuf message: a number, or bytes with their length. */
function field(number: number, value: number | string | readonly number[]): number[] {
  if (typeof value === "number") return [...varint(number << 3), ...varint(value)];
  const bytes = typeof value === "string" ? [...new TextEncoder().encode(value)] : value;
  return [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

/** A model of one Gemm node, `C = op(A) op(B)`, with open shapes. */
function model(form: Product["form"]): Uint8Array {
  const flag = (name: string, on: boolean): number[] =>
    field(5, [...field(1, name), ...field(3, on ? 1 : 0), ...field(20, 2)]);
  const value = (name: string): number[] => {
    const dims = [1, 2].flatMap((i) => field(1, field(2, `${name}${i}`)));
    const type = field(1, [...field(1, 1), ...field(2, dims)]);
    return [...field(1, name), ...field(2, type)];
  };
  const node = [
    ...field(1, "A"),
    ...field(1, "B"),
    ...field(2, "C"),
    ...field(4, "Gemm"),
    ...flag("transA", form === "tn"),
    ...flag("transB", form === "nt"),
  ];
  const graph = [
    ...field(1, node),
    ...field(2, "product"),
    ...field(11, value("A")),
    ...field(11, value("B")),
    ...field(12, value("C")),
  ];
  return Uint8Array.from([...field(1, 8), ...field(7, graph), ...field(8, field(2, 17))]);
}

/** ONNX Runtime's native library, one thread; a run is a call of the session. */
export function onnxRuntime(product: Product): Runner {
  return inProcess(async () => {
    const ort: OnnxRuntime = await importPeer("onnxruntime-node");
    const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };
    const session = await ort.InferenceSession.create(model(product.form), options);
    const [shapeA, shapeB] = storedShapes(product);
    const A = new ort.Tensor("float32", seeded(shapeA, 1), shapeA);
    const B = new ort.Tensor("float32", seeded(shapeB, 2), shapeB);
    const versions = { "onnxruntime-node": peerVersion("onnxruntime-node") };
    return { run: () => session.run({ A, B }), close: () => session.release(), versions };
  });
}
