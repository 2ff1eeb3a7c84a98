import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Aws } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";

/** Where alarms and the budget are heard. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, props: { key: IKey; email: string }) {
    super(scope, id, { masterKey: props.key, enforceSSL: true });
    this.addSubscription(new EmailSubscription(props.email));
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsAndBudget",
        principals: [
          new ServicePrincipal("cloudwatch.amazonaws.com"),
          new ServicePrincipal("budgets.amazonaws.com"),
        ],
        actions: ["sns:Publish"],
        resources: [this.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
  }
}
