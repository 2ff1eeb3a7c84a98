// Misconception: A job on main may deploy.
// file: src/delivery/github-trust.ts
//#region solution 5.10 who may become the role
return {
  Effect: "Allow",
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: { Federated: provider },
  Condition: {
    StringEquals: {
      [`${githubIssuer}:aud`]: "sts.amazonaws.com",
      [`${githubIssuer}:sub`]: `repo:${repository}:ref:refs/heads/main`,
    },
  },
};
//#endregion
