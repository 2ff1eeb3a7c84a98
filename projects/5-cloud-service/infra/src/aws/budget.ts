import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";

/** Tells of money while there is time: at half and at four fifths of what was spent, and of what will be. */
export class Budget extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { name: string; dollars: number; email: string },
  ) {
    super(scope, id);
    const notify = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        thresholdType: "PERCENTAGE",
        comparisonOperator: "GREATER_THAN",
      },
      subscribers: [{ subscriptionType: "EMAIL", address: props.email }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: props.name,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: props.dollars, unit: "USD" },
        costFilters: { TagKeyValue: [`user:service$${props.name}`] },
      },
      notificationsWithSubscribers: [
        notify("ACTUAL", 50),
        notify("ACTUAL", 80),
        notify("FORECASTED", 100),
      ],
    });
  }
}
