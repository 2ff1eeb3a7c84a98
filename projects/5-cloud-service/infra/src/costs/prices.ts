/**
 * What AWS asks in eu-central-1, in US dollars without tax. List prices as of early 2026, written down by hand: look
 * them up before you rely on a sum (https://aws.amazon.com/pricing/). Everything on the cost page follows from these.
 */
export const prices = {
  fargateProcessorHour: 0.04656,
  fargateGigabyteHour: 0.00511,
  balancerHour: 0.027,
  balancerUnitHour: 0.008,
  natHour: 0.052,
  natGigabyte: 0.052,
  trafficOutGigabyte: 0.09,
  redisNodeHour: 0.037,
  alarmMonth: 0.1,
  /** A composite alarm. */
  compositeAlarmMonth: 0.5,
  dashboardMonth: 3,
  keyMonth: 1,
  secretMonth: 0.4,
  storedGigabyteMonth: 0.0245,
  logGigabyte: 0.63,
  firewallMonth: 5,
  firewallRuleMonth: 1,
  firewallMillionRequests: 0.6,
} as const;

export const hoursOfMonth = 730;
