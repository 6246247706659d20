/** A Prometheus that is running. */
export interface Prometheus {
  url: string;
  /** Has it evaluate rules from now on. */
  loadRules(rules: string): Promise<void>;
}
