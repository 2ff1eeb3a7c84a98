import { first, list, type Json, type Templates } from "../aws/template.ts";
import type { Mutation } from "../properties/property.ts";

const issuer = "token.actions.githubusercontent.com";

/** The trust statement of the job that deploys to production. */
const trust = (templates: Templates): Json =>
  first(templates, "AWS::IAM::Role", "production", (properties) =>
    String(properties.RoleName).endsWith("-deploy"),
  ).Properties.AssumeRolePolicyDocument.Statement[0];

/** A statement of a role's policy by one of its actions. */
function statement(templates: Templates, role: "Deploy" | "Retrain", action: string): Json {
  const policy = first(templates, "AWS::IAM::Policy", "production", ({ PolicyName }) =>
    String(PolicyName).startsWith(role),
  );
  return policy.Properties.PolicyDocument.Statement.find((one: Json) =>
    list(one.Action).includes(action),
  );
}

const https = (templates: Templates) =>
  first(
    templates,
    "AWS::ElasticLoadBalancingV2::Listener",
    "production",
    ({ Protocol }) => Protocol === "HTTPS",
  ).Properties;

export const accessMutations: readonly Mutation<Templates>[] = [
  {
    property: "oidc-subject",
    name: "any environment of the repository",
    apply: (templates) => {
      const { Condition } = trust(templates);
      const subject: string = Condition.StringEquals[`${issuer}:sub`];
      delete Condition.StringEquals[`${issuer}:sub`];
      Condition.StringLike = { [`${issuer}:sub`]: subject.replace(/environment:.*/, "*") };
    },
  },
  {
    property: "oidc-subject",
    name: "a branch instead of the guarded environment",
    apply: (templates) => {
      trust(templates).Condition.StringEquals[`${issuer}:sub`] = "repo:a/b:ref:refs/heads/main";
    },
  },
  {
    property: "oidc-subject",
    name: "no subject",
    apply: (templates) => {
      delete trust(templates).Condition.StringEquals[`${issuer}:sub`];
    },
  },
  {
    property: "oidc-audience",
    name: "tokens for anybody",
    apply: (templates) => {
      delete trust(templates).Condition.StringEquals[`${issuer}:aud`];
    },
  },
  {
    property: "no-long-lived-keys",
    name: "a user with a key for CI",
    apply: ({ production }) => {
      production.Resources["Ci"] = { Type: "AWS::IAM::User", Properties: {} };
      production.Resources["CiKey"] = { Type: "AWS::IAM::AccessKey", Properties: {} };
    },
  },
  {
    property: "no-everything",
    name: "a role that may do everything",
    apply: (templates) => {
      statement(templates, "Deploy", "iam:PassRole").Action = "*";
    },
  },
  {
    property: "pass-role",
    name: "any role can be handed over",
    apply: (templates) => {
      statement(templates, "Deploy", "iam:PassRole").Resource = "*";
    },
  },
  {
    property: "pass-role",
    name: "handed over to anybody",
    apply: (templates) => {
      delete statement(templates, "Deploy", "iam:PassRole").Condition;
    },
  },
  {
    property: "deploy-own-stack",
    name: "every stack can be changed",
    apply: (templates) => {
      statement(templates, "Deploy", "cloudformation:CreateChangeSet").Resource = "*";
    },
  },
  {
    property: "retrain-adds-only",
    name: "retraining deletes old versions",
    apply: (templates) => {
      list(statement(templates, "Retrain", "s3:PutObject").Action).push("s3:DeleteObject");
    },
  },
  {
    property: "tls",
    name: "TLS 1.0",
    apply: (templates) => {
      https(templates).SslPolicy = "ELBSecurityPolicy-2016-08";
    },
  },
  {
    property: "tls",
    name: "the service by HTTP",
    apply: (templates) => {
      const http = first(
        templates,
        "AWS::ElasticLoadBalancingV2::Listener",
        "staging",
        ({ Port }) => Port === 80,
      );
      http.Properties.DefaultActions = [{ Type: "forward" }];
    },
  },
  {
    property: "replicas-private",
    name: "public addresses",
    apply: (templates) => {
      first(
        templates,
        "AWS::ECS::Service",
      ).Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp = "ENABLED";
    },
  },
  {
    property: "replicas-from-balancer",
    name: "the queue open to everybody",
    apply: (templates) => {
      const rule = first(
        templates,
        "AWS::EC2::SecurityGroupIngress",
        "production",
        ({ FromPort }) => FromPort === 6379,
      );
      delete rule.Properties.SourceSecurityGroupId;
      rule.Properties.CidrIp = "0.0.0.0/0";
    },
  },
  {
    property: "replicas-from-balancer",
    name: "a debugging port open to everybody",
    apply: (templates) => {
      const open = (properties: Json) => properties.SecurityGroupIngress !== undefined;
      const group = first(templates, "AWS::EC2::SecurityGroup", "production", open);
      group.Properties.SecurityGroupIngress.push({
        CidrIp: "0.0.0.0/0",
        FromPort: 9229,
        ToPort: 9229,
      });
    },
  },
  {
    property: "odd-headers",
    name: "malformed headers let through",
    apply: (templates) => {
      const { Properties } = first(templates, "AWS::ElasticLoadBalancingV2::LoadBalancer");
      Properties.LoadBalancerAttributes = Properties.LoadBalancerAttributes.filter(
        ({ Key }: Json) => !Key.includes("drop_invalid"),
      );
    },
  },
  {
    property: "firewall",
    name: "a firewall in front of nothing",
    apply: ({ production: { Resources } }) => {
      const id = Object.keys(Resources).find(
        (one) => Resources[one].Type === "AWS::WAFv2::WebACLAssociation",
      );
      delete Resources[id!];
    },
  },
  {
    property: "firewall",
    name: "no limit for an address",
    apply: (templates) => {
      first(templates, "AWS::WAFv2::WebACL").Properties.Rules.shift();
    },
  },
  {
    property: "flow-logs",
    name: "only accepted connections logged",
    apply: (templates) => {
      first(templates, "AWS::EC2::FlowLog").Properties.TrafficType = "ACCEPT";
    },
  },
];
