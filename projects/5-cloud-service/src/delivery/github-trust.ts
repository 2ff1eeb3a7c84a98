/** Who may become a role: one repository's jobs, in one environment that GitHub guards. */
export interface GithubTrust {
  /** ARN of the account's provider for GitHub's tokens. */
  readonly provider: string;
  /** `owner/name` */
  readonly repository: string;
  readonly environment: string;
}

/** A statement of a role's trust policy, as AWS reads it. */
export interface TrustStatement {
  Effect: "Allow";
  Action: string;
  Principal: { Federated: string };
  Condition: Record<string, Record<string, string>>;
}

const names = /^[\w.-]+\/[\w.-]+$/;

/** The address that signs GitHub's tokens, without its scheme: the prefix of the conditions' keys. */
export const githubIssuer = "token.actions.githubusercontent.com";

/**
 * The trust statement that lets GitHub Actions become a role without any stored key.
 *
 * The token's `aud` must be `sts.amazonaws.com`, and its `sub` exactly
 * `repo:<owner>/<name>:environment:<environment>`: compared as it is, no patterns, so that neither a fork nor
 * another repository nor a job outside the environment fits.
 *
 * @throws TypeError for a repository or environment that is no plain name (`*` and `?` would be patterns).
 */
export function githubTrust(trust: GithubTrust): TrustStatement {
  const { provider, repository, environment } = trust;
  if (!names.test(repository)) {
    throw new TypeError(`githubTrust: repository is "${repository}", expected owner/name`);
  }
  if (!/^[\w.-]+$/.test(environment)) {
    throw new TypeError(`githubTrust: environment is "${environment}", expected a plain name`);
  }
  //#region solution 5.10 who may become the role
  return {
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: provider },
    Condition: {
      StringEquals: {
        [`${githubIssuer}:aud`]: "sts.amazonaws.com",
        [`${githubIssuer}:sub`]: `repo:${repository}:environment:${environment}`,
      },
    },
  };
  //#endregion
}
