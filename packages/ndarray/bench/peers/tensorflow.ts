import { inProcess } from "@ml-roadmap/bench";
import type { Runner } from "@ml-roadmap/bench";
import { importPeer, peerVersion } from "./install.ts";
import { seeded, storedShapes } from "./product.ts";
import type { Product } from "./product.ts";

interface TensorFlow {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor2d(values: Float32Array, shape: readonly [number, number]): object;
  matMul(a: object, b: object, transposeA: boolean, transposeB: boolean): object;
  dispose(tensors: object): void;
}

/** TensorFlow.js on one of its backends, one thread. */
export function tensorflow(backend: "wasm" | "cpu", product: Product): Runner {
  return inProcess(async () => {
    const tf: TensorFlow = await importPeer("@tensorflow/tfjs-core");
    const name = `@tensorflow/tfjs-backend-${backend}`;
    const module: { setThreadsCount?(count: number): void } = await importPeer(name);
    module.setThreadsCount?.(1);
    await tf.setBackend(backend);
    await tf.ready();
    const [shapeA, shapeB] = storedShapes(product);
    const a = tf.tensor2d(seeded(shapeA, 1), shapeA);
    const b = tf.tensor2d(seeded(shapeB, 2), shapeB);
    const run = (): void => {
      // Several backends live in this process: the switch is immediate once each is ready.
      void tf.setBackend(backend);
      tf.dispose(tf.matMul(a, b, product.form === "tn", product.form === "nt"));
    };
    return { run, close: () => tf.dispose([a, b]), versions: { [name]: peerVersion(name) } };
  });
}
