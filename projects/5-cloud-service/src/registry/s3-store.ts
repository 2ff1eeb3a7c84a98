import { createReadStream, createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { hashing } from "./hashing.ts";
import { checkKey, type Store } from "./store.ts";

/** Bytes up to which a file is sent from memory. */
const SMALL = 64 * 2 ** 20;

/** How to reach a bucket; what is left out the AWS SDK takes from its environment variables and profiles. */
export interface S3StoreOptions {
  bucket: string;
  /** Keys begin with it; no slash at its end. */
  prefix?: string;
  /** Of a store that speaks S3 but is not AWS's. */
  endpoint?: string;
}

/** A store in a bucket. It needs conditional writes (`If-None-Match: *`), which S3 has since 2024. */
export function s3Store({ bucket, prefix = "", endpoint }: S3StoreOptions): Store {
  const client = new S3Client({
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    // Every file is checked against its own sha256 anyway, and not every store that speaks S3 knows the
    // SDK's trailing checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const before = prefix === "" ? "" : `${prefix}/`;
  const Key = (key: string) => before + checkKey(key);

  async function put(key: string, Body: Uint8Array | Readable, ContentLength: number) {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: Key(key),
          Body,
          ContentLength,
          IfNoneMatch: "*",
        }),
      );
      return true;
    } catch (error) {
      // 412: it is there. 409: another one is being written at this moment.
      if (error instanceof S3ServiceException && [409, 412].includes(statusOf(error))) return false;
      throw error;
    }
  }

  async function body(key: string): Promise<Readable | undefined> {
    const found = await unlessMissing(
      client.send(new GetObjectCommand({ Bucket: bucket, Key: Key(key) })),
    );
    if (found === undefined) return undefined;
    if (!(found.Body instanceof Readable)) throw new TypeError("expected a stream of Node's");
    return found.Body;
  }

  return {
    place: `s3://${bucket}${prefix === "" ? "" : `/${prefix}`}`,
    async get(key) {
      const stream = await body(key);
      return stream && Buffer.concat(await stream.toArray());
    },
    putNew: (key, bytes) => put(key, bytes, bytes.length),
    async putNewFile(key, path) {
      const { size } = await stat(path);
      // Only what is in memory can be sent again when the network fails.
      const body = size <= SMALL ? await readFile(path) : createReadStream(path);
      return put(key, body, size);
    },
    async getFile(key, path) {
      const stream = await body(key);
      if (!stream) return undefined;
      const sha256 = hashing();
      await pipeline(stream, sha256.pass, createWriteStream(path));
      return sha256.digest();
    },
    async size(key) {
      const head = new HeadObjectCommand({ Bucket: bucket, Key: Key(key) });
      return (await unlessMissing(client.send(head)))?.ContentLength;
    },
    async list(folder) {
      const keys: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: before + folder, ContinuationToken }),
        );
        for (const { Key } of page.Contents ?? []) keys.push(Key!.slice(before.length));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return keys.toSorted();
    },
  };
}

const statusOf = (error: S3ServiceException) => error.$metadata.httpStatusCode ?? 0;

async function unlessMissing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof S3ServiceException && statusOf(error) === 404) return undefined;
    throw error;
  }
}
