/** What everything is found by. `track` is `stable`, `canary` or `batch`. */
export const labelsOf = (track: string) => ({
  "app.kubernetes.io/name": "text-service",
  "app.kubernetes.io/component": track,
});

export const namespace = "text-service";
