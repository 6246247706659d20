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
  #tags: Map<string, FoldedTag> | undefined;

  constructor(key: ChargeKey) {
    this.key = key;
  }

  /**
   * The value of a tag, whatever the case of its name. Of several that differ in
   * case only, the first one by the alphabet counts.
   *
   * @param foldedName - by {@link foldCase}, once for all charges
   */
  tag(foldedName: string): string | undefined {
    this.#tags ??= foldNames(this.key.tags);
    return this.#tags.get(foldedName)?.value;
  }
}

interface FoldedTag {
  name: string;
  value: string;
}

function foldNames(tags: Record<string, string>): Map<string, FoldedTag> {
  const folded = new Map<string, FoldedTag>();
  for (const [name, value] of Object.entries(tags)) {
    const key = foldCase(name);
    const known = folded.get(key);
    if (!known || name < known.name) {
      folded.set(key, { name, value });
    }
  }
  return folded;
}
