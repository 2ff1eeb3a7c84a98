/** What an image is built from and called. */
export interface ImageOptions {
  /** `registry/text-service` */
  readonly repository: string;
  /** The commit: the image's only tag, which is never moved. */
  readonly revision: string;
  readonly version: string;
  /** File that buildx writes the digest to. */
  readonly metadata: string;
}

const revisions = /^[0-9a-f]{7,40}$/;

/**
 * Arguments of `docker` that build the image once, with a list of what is in it (SBOM) and how it came about
 * (provenance), and push it.
 *
 * @throws TypeError for a revision that is no commit
 */
export function buildArguments(options: ImageOptions): string[] {
  const { repository, revision, version, metadata } = options;
  if (!revisions.test(revision)) {
    throw new TypeError(`the revision is "${revision}", expected a commit`);
  }
  return [
    "buildx",
    "build",
    "--file",
    "docker/text-service.Dockerfile",
    "--platform",
    "linux/amd64",
    "--sbom=true",
    "--provenance=mode=max",
    "--build-arg",
    `REVISION=${revision}`,
    "--build-arg",
    `VERSION=${version}`,
    "--tag",
    `${repository}:${revision}`,
    "--metadata-file",
    metadata,
    "--push",
    ".",
  ];
}

/**
 * Arguments of `docker` that print the digest of a commit's image, where there is one: tags are never moved, so a
 * workflow that runs again for its commit takes the image that it has built.
 */
export function inspectArguments({ repository, revision }: ImageOptions): string[] {
  const format = ["--format", "{{.Manifest.Digest}}"];
  return ["buildx", "imagetools", "inspect", `${repository}:${revision}`, ...format];
}

/** The digest in what buildx wrote. @throws TypeError where there is none */
export function readDigest(metadata: string): string {
  const found: unknown = JSON.parse(metadata)["containerimage.digest"];
  if (typeof found !== "string" || !isDigest(found)) {
    throw new TypeError(`buildx gave no digest: ${JSON.stringify(found)}`);
  }
  return found;
}

/** Whether a text is `sha256:` and 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
