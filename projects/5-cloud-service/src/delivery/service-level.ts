/** What is promised to the service's users, over 30 days. */
export const serviceLevel = {
  /** Share of requests that are answered without an error of ours. */
  availability: 0.999,
  /** Seconds within which 99 of 100 requests are answered. */
  p99Seconds: 0.3,
  days: 30,
};
