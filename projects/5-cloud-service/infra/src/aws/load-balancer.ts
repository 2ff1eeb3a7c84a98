import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Peer, Port, SecurityGroup, type IVpc } from "aws-cdk-lib/aws-ec2";
import {
  ApplicationListenerRule,
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  ListenerAction,
  ListenerCertificate,
  ListenerCondition,
  SslPolicy,
  TargetType,
} from "aws-cdk-lib/aws-elasticloadbalancingv2";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { port, readyPath } from "./image.ts";
import { suppress } from "./suppress.ts";

export interface LoadBalancerProps {
  readonly vpc: IVpc;
  readonly certificate: string;
  readonly logs: IBucket;
  /** Nobody deletes it by mistake. */
  readonly deletionProtection: boolean;
}

/** The only public thing: TLS in front of two target groups, between which ECS moves the traffic. */
export class LoadBalancer extends Construct {
  readonly balancer: ApplicationLoadBalancer;
  readonly blue: ApplicationTargetGroup;
  readonly green: ApplicationTargetGroup;
  readonly rule: ApplicationListenerRule;
  /** Of the replicas: only the load balancer talks to them. */
  readonly replicas: SecurityGroup;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { vpc } = props;
    const open = new SecurityGroup(this, "Open", {
      vpc,
      description: "Everybody, by HTTPS; HTTP is redirected",
      allowAllOutbound: false,
    });
    open.addIngressRule(Peer.anyIpv4(), Port.tcp(443), "HTTPS");
    open.addIngressRule(Peer.anyIpv4(), Port.tcp(80), "redirect to HTTPS");
    suppress(open, "A public service is reached from everywhere, on 443 and 80 only.", "EC23");
    this.replicas = new SecurityGroup(this, "Replicas", {
      vpc,
      description: "Replicas of the service: the load balancer only",
      allowAllOutbound: true,
    });
    this.replicas.addIngressRule(open, Port.tcp(port), "from the load balancer");
    open.addEgressRule(this.replicas, Port.tcp(port), "to the replicas");

    this.balancer = new ApplicationLoadBalancer(this, "Balancer", {
      vpc,
      internetFacing: true,
      securityGroup: open,
      deletionProtection: props.deletionProtection,
      dropInvalidHeaderFields: true,
      idleTimeout: Duration.seconds(65),
    });
    this.balancer.applyRemovalPolicy(RemovalPolicy.DESTROY);
    this.balancer.logAccessLogs(props.logs, "requests");
    this.balancer.addListener("Http", {
      port: 80,
      open: false,
      defaultAction: ListenerAction.redirect({ protocol: "HTTPS", port: "443", permanent: true }),
    });
    const https = this.balancer.addListener("Https", {
      port: 443,
      open: false,
      protocol: ApplicationProtocol.HTTPS,
      sslPolicy: SslPolicy.TLS13_RES,
      certificates: [ListenerCertificate.fromArn(props.certificate)],
      defaultAction: ListenerAction.fixedResponse(404, { contentType: "text/plain" }),
    });
    this.blue = this.#targets("Blue", vpc);
    this.green = this.#targets("Green", vpc);
    // Both groups from the start, the second with nothing: ECS sets the weights from then on.
    this.rule = new ApplicationListenerRule(this, "Traffic", {
      listener: https,
      priority: 1,
      conditions: [ListenerCondition.pathPatterns(["/*"])],
      action: ListenerAction.weightedForward([
        { targetGroup: this.blue, weight: 100 },
        { targetGroup: this.green, weight: 0 },
      ]),
    });
  }

  #targets(id: string, vpc: IVpc): ApplicationTargetGroup {
    return new ApplicationTargetGroup(this, id, {
      vpc,
      port,
      protocol: ApplicationProtocol.HTTP,
      targetType: TargetType.IP,
      deregistrationDelay: Duration.seconds(30),
      healthCheck: {
        path: readyPath,
        interval: Duration.seconds(10),
        timeout: Duration.seconds(3),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
    });
  }
}
