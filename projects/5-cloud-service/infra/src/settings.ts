import type { EnvironmentName } from "@ml-roadmap/cloud-service/delivery";
import { Variables } from "./read-variables.ts";

/** What differs between accounts and cannot be in the repository. */
export interface Settings {
  /** `owner/name` on GitHub, whose environments may deploy. */
  readonly repository: string;
  readonly region: string;
  readonly availabilityZones: readonly string[];
  /** `sha256:...` of the image that is to run. */
  readonly imageDigest: string;
  /** ARN of the certificate of each environment's address. */
  readonly certificates: Readonly<Record<EnvironmentName, string>>;
  /** Who is told of alarms and of money. */
  readonly email: string;
  readonly monthlyBudget: Readonly<Record<EnvironmentName, number>>;
}

/** What the checks run with; nobody's account. */
export const exampleSettings: Settings = {
  repository: "your-name/ml-roadmap",
  region: "eu-central-1",
  availabilityZones: ["eu-central-1a", "eu-central-1b"],
  imageDigest: `sha256:${"0".repeat(64)}`,
  certificates: {
    staging: "arn:aws:acm:eu-central-1:111122223333:certificate/staging",
    production: "arn:aws:acm:eu-central-1:111122223333:certificate/production",
  },
  email: "you@example.com",
  // Above what an idle month costs (COSTS.md): an alarm that rings every month is heard by nobody.
  monthlyBudget: { staging: 250, production: 400 },
};

/** Settings by environment variables over the example's. @throws Error naming every variable that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const variables = new Variables(environment);
  const certificate = /^arn:aws:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/;
  return variables.checked<Settings>({
    ...exampleSettings,
    repository: variables.read("GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/, "owner/name"),
    imageDigest: variables.read(
      "IMAGE_DIGEST",
      /^sha256:[0-9a-f]{64}$/,
      "sha256: and 64 hexadecimal digits",
    ),
    certificates: {
      staging: variables.read("STAGING_CERTIFICATE", certificate, "the ARN of a certificate"),
      production: variables.read("PRODUCTION_CERTIFICATE", certificate, "the ARN of a certificate"),
    },
    email: variables.read("ALARM_EMAIL", /^[^@\s]+@[^@\s]+$/, "an address for alarms"),
  });
}
