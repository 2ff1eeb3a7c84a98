/** A commit that holds exactly these files. */
export interface Commit {
  readonly ref: string;
  /** The commit before it, or undefined for the first. */
  readonly parent: string | undefined;
  readonly author: string;
  readonly when: Date;
  readonly message: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Writes a commit as a stream for `git fast-import`: no working tree, and the bytes as they are. */
export function fastImport({ ref, parent, author, when, message, files }: Commit): Buffer {
  const parts: Buffer[] = [];
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`));
  const data = (content: Buffer) => {
    line(`data ${content.length}`);
    parts.push(content, Buffer.from("\n"));
  };
  line(`commit ${ref}`);
  line(`committer ${author} ${Math.floor(when.getTime() / 1000)} +0000`);
  data(Buffer.from(message));
  if (parent !== undefined) line(`from ${parent}`);
  line("deleteall");
  for (const [path, content] of files) {
    line(`M 100644 inline ${JSON.stringify(path)}`);
    data(content);
  }
  line("done");
  return Buffer.concat(parts);
}
