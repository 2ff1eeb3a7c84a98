import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import type { LoadBalancer } from "./load-balancer.ts";

/** Requests of one address in five minutes before it has to wait. */
const mostRequests = 10_000;

/** AWS's rules against what is known to be bad, and a limit for each address. */
export class WebFirewall extends Construct {
  constructor(scope: Construct, id: string, props: { name: string; loadBalancer: LoadBalancer }) {
    super(scope, id);
    const seen = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
      metricName,
    });
    const managed = (name: string, priority: number, excluded: string[] = []) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS",
          name,
          ruleActionOverrides: excluded.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        },
      },
      visibilityConfig: seen(name),
    });
    const acl = new CfnWebACL(this, "Acl", {
      name: props.name,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: seen(props.name),
      rules: [
        {
          name: "rate",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: mostRequests, aggregateKeyType: "IP" } },
          visibilityConfig: seen("rate"),
        },
        managed("AWSManagedRulesAmazonIpReputationList", 1),
        managed("AWSManagedRulesKnownBadInputsRuleSet", 2),
        // A batch of texts is larger than 8 KB, and people write reviews about anything.
        managed("AWSManagedRulesCommonRuleSet", 3, [
          "SizeRestrictions_BODY",
          "CrossSiteScripting_BODY",
        ]),
      ],
    });
    new CfnWebACLAssociation(this, "Association", {
      webAclArn: acl.attrArn,
      resourceArn: props.loadBalancer.balancer.loadBalancerArn,
    });
  }
}
