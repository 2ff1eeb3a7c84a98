import { describe, expect, test } from "vitest";
import { githubTrust } from "./github-trust.ts";

const trust = {
  provider: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
  repository: "ada/roadmap",
  environment: "production",
};

/** Whether AWS would let a token in: every condition holds, by its operator. */
function admits(claims: Record<string, string>): boolean {
  const { Condition } = githubTrust(trust);
  return Object.entries(Condition).every(([operator, wanted]) =>
    Object.entries(wanted).every(([key, value]) => {
      const claim = claims[key.split(":")[1]];
      if (operator === "StringEquals") return claim === value;
      if (operator !== "StringLike") throw new Error(`no operator of this test: ${operator}`);
      const escaped = value.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
      const pattern = escaped.replaceAll("*", ".*").replaceAll("?", ".");
      return claim !== undefined && new RegExp(`^${pattern}$`).test(claim);
    }),
  );
}

const claims = { aud: "sts.amazonaws.com", sub: "repo:ada/roadmap:environment:production" };

describe("5.10 githubTrust", () => {
  test("lets a job of the repository's environment in", () => {
    expect(admits(claims)).toBe(true);
    expect(githubTrust(trust)).toMatchObject({
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: trust.provider },
    });
  });

  test("lets no other repository, owner, environment or branch in", () => {
    for (const sub of [
      "repo:eve/roadmap:environment:production",
      "repo:ada/roadmap-fork:environment:production",
      "repo:ada/roadmap:environment:staging",
      "repo:ada/roadmap:environment:production-2",
      "repo:ada/roadmap:ref:refs/heads/main",
      "repo:ada/roadmap:pull_request",
    ]) {
      expect({ sub, isAdmitted: admits({ ...claims, sub }) }).toEqual({ sub, isAdmitted: false });
    }
  });

  test("lets no token in that was made for somebody else", () => {
    expect(admits({ ...claims, aud: "https://github.com/eve" })).toBe(false);
    expect(admits({ sub: claims.sub })).toBe(false);
  });

  test("compares without patterns", () => {
    expect(Object.keys(githubTrust(trust).Condition)).toEqual(["StringEquals"]);
  });
});

test("githubTrust(...) refuses names that are patterns", () => {
  expect(() => githubTrust({ ...trust, repository: "ada/*" })).toThrow("expected owner/name");
  expect(() => githubTrust({ ...trust, repository: "roadmap" })).toThrow("expected owner/name");
  expect(() => githubTrust({ ...trust, environment: "*" })).toThrow("expected a plain name");
});
