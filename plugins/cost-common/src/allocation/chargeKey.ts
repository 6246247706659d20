import { foldCase } from './patterns';

/** All that rules look at of a charge. */
export interface ChargeKey {
  source: string;
  provider: string;
  billingAccountId: string;
  subAccountId?: string;
  subAccountName?: string;
  serviceName: string;
  serviceCategory?: string;
  region?: string;
  resourceId?: string;
  resourceName?: string;
  resourceType?: string;
  /**
   * By name; those of Kubernetes as `kubernetes.namespace`, `kubernetes.cluster` and
   * `kubernetes.label.<name>`.
   */
  tags: Record<string, string>;
}

/** How the name of a label of Kubernetes begins among tags. */
export const KUBERNETES_LABEL_TAG = 'kubernetes.label.';

/** A charge key as rules ask for it. */
export class ReadableChargeKey {
  readonly key: ChargeKey;
  #tags: Map<string, string> | undefined;

  constructor(key: ChargeKey) {
    this.key = key;
  }

  /**
   * The value of a tag, whatever the case of its name. Of several that differ in
   * case only, the first one by the alphabet counts.
   */
  tag(name: string): string | undefined {
    this.#tags ??= new Map(
      Object.entries(this.key.tags)
        .sort(([one], [other]) => Number(one < other) - Number(one > other))
        .map(([known, value]) => [foldCase(known), value]),
    );
    return this.#tags.get(foldCase(name));
  }
}
