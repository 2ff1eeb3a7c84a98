import { every, find, list, statements, type Json, type Templates } from "../aws/template.ts";
import type { Property } from "./property.ts";
import { attribute } from "./aws-storage.ts";

const json = (value: unknown) => JSON.stringify(value);
const issuer = "token.actions.githubusercontent.com";

/** Statements of the roles that GitHub's tokens open. */
function federated(templates: Templates): { where: string; statement: Json }[] {
  return find(templates, "AWS::IAM::Role").flatMap(({ where, properties }) =>
    list(properties.AssumeRolePolicyDocument.Statement)
      .filter((statement) => statement.Principal?.Federated !== undefined)
      .map((statement) => ({ where, statement })),
  );
}

/** Who may do what, and from where. */
export const accessProperties: readonly Property<Templates>[] = [
  {
    id: "oidc-subject",
    says: "GitHub's way in opens for one environment of one repository, by its whole name",
    faults: (templates) => {
      const roles = federated(templates);
      if (roles.length < 5) return [`${roles.length} roles for GitHub, expected 5`];
      return roles
        .filter(({ statement }) => {
          const subject = statement.Condition?.StringEquals?.[`${issuer}:sub`];
          return (
            typeof subject !== "string" ||
            !/^repo:[\w.-]+\/[\w.-]+:environment:[\w.-]+$/.test(subject) ||
            Object.keys(statement.Condition).some((operator) => operator !== "StringEquals")
          );
        })
        .map(({ where }) => where);
    },
  },
  {
    id: "oidc-audience",
    says: "only tokens that were made for AWS open it",
    faults: (templates) =>
      federated(templates)
        .filter(
          ({ statement }) =>
            statement.Condition?.StringEquals?.[`${issuer}:aud`] !== "sts.amazonaws.com",
        )
        .map(({ where }) => where),
  },
  {
    id: "no-long-lived-keys",
    says: "there is no user and no access key",
    faults: (templates) =>
      ["AWS::IAM::User", "AWS::IAM::AccessKey"].flatMap((type) =>
        find(templates, type).map(({ where }) => where),
      ),
  },
  {
    id: "no-everything",
    says: "no policy allows every action",
    faults: (templates) =>
      statements(templates)
        .filter(({ statement }) => list(statement.Action).includes("*"))
        .map(({ where }) => where),
  },
  {
    id: "pass-role",
    says: "the job that deploys can hand over one role, and only to CloudFormation",
    faults: (templates) => {
      const passing = statements(templates, ["staging", "production"]).filter(
        ({ where, statement }) =>
          /Deploy/.test(where) && list(statement.Action).includes("iam:PassRole"),
      );
      if (passing.length !== 2) return [`${passing.length} statements pass roles, expected 2`];
      return passing
        .filter(
          ({ statement }) =>
            json(statement.Resource).includes("*") ||
            statement.Condition?.StringEquals?.["iam:PassedToService"] !==
              "cloudformation.amazonaws.com",
        )
        .map(({ where }) => where);
    },
  },
  {
    id: "deploy-own-stack",
    says: "the job that deploys an environment can change that environment's stack only",
    faults: (templates) =>
      (["staging", "production"] as const).flatMap((environment) =>
        statements(templates, [environment])
          .filter(({ statement }) => json(statement.Action).includes("cloudformation:"))
          .filter(
            ({ statement }) =>
              !json(statement.Resource).includes(`stack/text-service-${environment}/*`),
          )
          .map(({ where }) => where),
      ),
  },
  {
    id: "retrain-adds-only",
    says: "retraining can add models and delete none",
    faults: (templates) =>
      statements(templates, ["staging", "production"])
        .filter(({ where }) => /Retrain/.test(where))
        .filter(({ statement }) => /Delete|s3:\*/.test(json(statement.Action)))
        .map(({ where }) => where),
  },
  {
    id: "tls",
    says: "the service is reached by TLS 1.2 or newer, and HTTP only redirects",
    faults: (templates) =>
      every(
        templates,
        "AWS::ElasticLoadBalancingV2::Listener",
        ({ properties: { Protocol, SslPolicy, DefaultActions } }) =>
          Protocol === "HTTPS"
            ? /TLS13-1-[23]/.test(SslPolicy ?? "")
            : DefaultActions[0].RedirectConfig?.Protocol === "HTTPS",
        ["staging", "production"],
      ),
  },
  {
    id: "replicas-private",
    says: "replicas and workers have no public address",
    faults: (templates) =>
      every(
        templates,
        "AWS::ECS::Service",
        ({ properties }) =>
          properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp === "DISABLED",
        ["staging", "production"],
      ),
  },
  {
    id: "replicas-from-balancer",
    says: "only the load balancer reaches replicas, and only workers the queue",
    faults: (templates) => [
      ...every(
        templates,
        "AWS::EC2::SecurityGroupIngress",
        ({ properties }) =>
          Boolean(properties.SourceSecurityGroupId) && properties.CidrIp === undefined,
        ["staging", "production"],
      ),
      ...find(templates, "AWS::EC2::SecurityGroup", ["staging", "production"])
        .filter(({ properties }) =>
          (properties.SecurityGroupIngress ?? []).some(
            (rule: Json) => rule.CidrIp === "0.0.0.0/0" && ![80, 443].includes(rule.FromPort),
          ),
        )
        .map(({ where }) => where),
    ],
  },
  {
    id: "odd-headers",
    says: "requests with malformed header fields are dropped, and all are logged",
    faults: (templates) =>
      every(
        templates,
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        ({ properties }) =>
          attribute(properties, "routing.http.drop_invalid_header_fields.enabled") === "true" &&
          attribute(properties, "access_logs.s3.enabled") === "true",
        ["staging", "production"],
      ),
  },
  {
    id: "firewall",
    says: "production is behind a firewall with a limit for each address",
    faults: (templates) => [
      ...every(
        templates,
        "AWS::WAFv2::WebACL",
        ({ properties }) =>
          properties.Rules.some(
            (rule: Json) => rule.Statement.RateBasedStatement && rule.Action?.Block,
          ),
        ["production"],
      ),
      ...every(templates, "AWS::WAFv2::WebACLAssociation", () => true, ["production"]),
    ],
  },
  {
    id: "flow-logs",
    says: "refused connections are logged",
    faults: (templates) =>
      every(
        templates,
        "AWS::EC2::FlowLog",
        ({ properties }) => ["REJECT", "ALL"].includes(properties.TrafficType),
        ["staging", "production"],
      ),
  },
];
