/** What the doctor found out about one thing. */
export interface Finding {
  readonly name: string;
  /** `missing`: nothing works without it. `warning`: something later will want it. */
  readonly state: "ok" | "warning" | "missing";
  readonly found: string;
  /** How to get it, where it is not right. */
  readonly fix?: string;
}
