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
  const { rm } = await import("node:fs/promises");
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
  // An earlier model would take the new data for its own, if this ends half way.
  await rm(path, { force: true });
  await writeAtomic(`${path}_data`, parts);
  await writeAtomic(path, modelProto({ ...model, graph: { ...model.graph, initializers } }).chunks);
}

/** Reads a model and the external data it names. Throws `RangeError` when either is malformed. */
export async function readModel(path: string): Promise<OnnxModel> {
  const { readFile } = await import("node:fs/promises");
  const { default: paths } = await import("node:path");
  const model = decodeModel(await readFile(path));
  const initializers: ModelTensor[] = [];
  for (const { external, ...tensor } of model.graph.initializers) {
    if (external === undefined) initializers.push(tensor);
    else {
      const file = paths.join(paths.dirname(path), external.location);
      const bytes = await readRange(file, external.offset, external.length);
      if (bytes.length < external.length) {
        throw new RangeError(
          `readModel: tensor ${JSON.stringify(tensor.name)} needs ${external.length} bytes at ${external.offset} of ${external.location}, which has ${bytes.length}`,
        );
      }
      initializers.push({ ...tensor, bytes });
    }
  }
  return { ...model, graph: { ...model.graph, initializers } };
}

/** One read call takes at most 2 GiB - 1 bytes. */
const largestRead = 2 ** 30;

/** `length` bytes from `offset`, fewer where the file ends before. */
async function readRange(file: string, offset: number, length: number): Promise<Uint8Array> {
  const { open } = await import("node:fs/promises");
  const handle = await open(file, "r");
  try {
    // Before memory is asked for: a broken model may claim any size.
    const { size } = await handle.stat();
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    if (bytes.length < length) return bytes;
    for (let done = 0; done < length;) {
      const want = Math.min(length - done, largestRead);
      const { bytesRead } = await handle.read(bytes, done, want, offset + done);
      if (bytesRead === 0) return bytes.subarray(0, done);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
