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

/** A field of a charge whose text rules compare. */
export type ChargeField = Exclude<keyof ChargeKey, 'tags'>;

/** A charge key as rules ask for it: nothing is folded twice. */
export class ReadableChargeKey {
  readonly key: ChargeKey;
  readonly #fields = new Map<ChargeField, string | undefined>();
  #tags: Map<string, FoldedTag> | undefined;

  constructor(key: ChargeKey) {
    this.key = key;
  }

  /** The folded text of a field; none where it is empty. */
  foldedField(name: ChargeField): string | undefined {
    if (this.#fields.has(name)) {
      return this.#fields.get(name);
    }
    const folded = foldText(this.key[name]);
    this.#fields.set(name, folded);
    return folded;
  }

  /**
   * The value of a tag, whatever the case of its name. Of several that differ in
   * case only, the first one by the alphabet counts.
   *
   * @param foldedName - by {@link foldCase}, once for all charges
   */
  tag(foldedName: string): string | undefined {
    return this.#readTags().get(foldedName)?.value;
  }

  /** The folded value of a tag; none where it is empty. */
  foldedTag(foldedName: string): string | undefined {
    const tag = this.#readTags().get(foldedName);
    if (tag && !tag.isFolded) {
      tag.foldedValue = foldText(tag.value);
      tag.isFolded = true;
    }
    return tag?.foldedValue;
  }

  /** The folded names of all tags. */
  tagNames(): Iterable<string> {
    return this.#readTags().keys();
  }

  #readTags(): Map<string, FoldedTag> {
    this.#tags ??= foldNames(this.key.tags);
    return this.#tags;
  }
}

interface FoldedTag {
  name: string;
  value: string;
  foldedValue: string | undefined;
  isFolded: boolean;
}

function foldText(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : foldCase(text);
}

function foldNames(tags: Record<string, string>): Map<string, FoldedTag> {
  const folded = new Map<string, FoldedTag>();
  for (const [name, value] of Object.entries(tags)) {
    const key = foldCase(name);
    const known = folded.get(key);
    if (!known || name < known.name) {
      folded.set(key, {
        name,
        value,
        foldedValue: undefined,
        isFolded: false,
      });
    }
  }
  return folded;
}
