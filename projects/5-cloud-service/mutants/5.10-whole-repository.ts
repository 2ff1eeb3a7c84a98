// Misconception: The repository is ours, so any of its jobs may deploy.
// file: src/delivery/github-trust.ts
//#region solution 5.10 who may become the role
return {
  Effect: "Allow",
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: { Federated: provider },
  Condition: {
    StringLike: {
      [`${githubIssuer}:aud`]: "sts.amazonaws.com",
      [`${githubIssuer}:sub`]: `repo:${repository}:*`,
    },
  },
};
//#endregion
