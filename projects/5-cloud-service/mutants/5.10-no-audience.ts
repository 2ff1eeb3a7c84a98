// Misconception: The subject says who it is, and that is enough.
// file: src/delivery/github-trust.ts
//#region solution 5.10 who may become the role
return {
  Effect: "Allow",
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: { Federated: provider },
  Condition: {
    StringEquals: {
      [`${githubIssuer}:sub`]: `repo:${repository}:environment:${environment}`,
    },
  },
};
//#endregion
