import { HubError } from "./hub-error.ts";

/** A repository of a hub at a revision: a branch, a tag or a commit. */
export interface ModelReference {
  readonly repository: string;
  readonly revision: string;
}

const part = String.raw`[A-Za-z0-9][A-Za-z0-9._-]{0,95}`;
const form = new RegExp(`^(${part}(?:/${part})?)(?:@([A-Za-z0-9][A-Za-z0-9._/-]{0,200}))?$`);

/** Reads `org/name@revision`; the revision is "main" where none is named. Throws HubError for anything else. */
export function parseReference(text: string): ModelReference {
  const [, repository, revision = "main"] = form.exec(text) ?? [];
  if (repository === undefined || /\.\.|\.git$/.test(text)) {
    throw new HubError(
      `"${text}" is neither a folder nor a model of a hub; expected org/name or org/name@revision, such as google/bert_uncased_L-2_H-128_A-2@main`,
    );
  }
  return { repository, revision };
}
