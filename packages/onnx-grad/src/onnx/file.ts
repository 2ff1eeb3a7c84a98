import { writeAtomic } from "@ml-roadmap/safetensors";
import { decodeModel } from "./decode.ts";
import { largestProto, modelProto } from "./encode.ts";
import type { ModelTensor, OnnxModel } from "./model.ts";

// Node's modules are imported when a file is touched, so that browsers can load this package.

export type WriteModelOptions = {
  /** Put weights into `<name>_data` beside the model. Default: only when the model would not fit into 2 GiB. */
  readonly external?: boolean;
};

/** Smaller tensors stay in the model: shapes and scalars must be at hand for graph optimisers. */
const smallestExternal = 1024;
/** Offsets are multiples of a page, so that a reader can map the file. */
const page = 4096;

/**
 * Writes `model` to `path`, atomically. Weights go into a second file beside it when asked to, or when
 * they do not fit into one protobuf (2 GiB); it is written first, so a model that exists is whole.
 */
export async function writeModel(
  path: string,
  model: OnnxModel,
  options: WriteModelOptions = {},
): Promise<void> {
  const proto = modelProto(model);
  if (!(options.external ?? proto.length > largestProto)) {
    await writeAtomic(path, proto.chunks);
    return;
  }
  const { default: paths } = await import("node:path");
  const location = `${paths.basename(path)}_data`;
  const parts: Uint8Array[] = [];
  let end = 0;
  const initializers = model.graph.initializers.map((tensor): ModelTensor => {
    const length = tensor.bytes.length;
    if (length < smallestExternal) return tensor;
    const offset = Math.ceil(end / page) * page;
    parts.push(new Uint8Array(offset - end), tensor.bytes);
    end = offset + length;
    return { ...tensor, bytes: new Uint8Array(0), external: { location, offset, length } };
  });
  await writeAtomic(`${path}_data`, parts);
  await writeAtomic(path, modelProto({ ...model, graph: { ...model.graph, initializers } }).chunks);
}

/** Reads a model and the external data it names. Throws `RangeError` when either is malformed. */
export async function readModel(path: string): Promise<OnnxModel> {
  const { readFile, open } = await import("node:fs/promises");
  const { default: paths } = await import("node:path");
  const model = decodeModel(await readFile(path));
  const initializers: ModelTensor[] = [];
  for (const { external, ...tensor } of model.graph.initializers) {
    if (external === undefined) {
      initializers.push(tensor);
      continue;
    }
    const { location, offset, length } = external;
    const handle = await open(paths.join(paths.dirname(path), location), "r");
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, offset);
      if (bytesRead !== length) {
        throw new RangeError(
          `readModel: tensor ${JSON.stringify(tensor.name)} needs ${length} bytes at ${offset} of ${location}, which has ${bytesRead}`,
        );
      }
      initializers.push({ ...tensor, bytes });
    } finally {
      await handle.close();
    }
  }
  return { ...model, graph: { ...model.graph, initializers } };
}
