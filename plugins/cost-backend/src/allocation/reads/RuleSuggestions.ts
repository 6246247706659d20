import type {
  AllocationRule,
  UnallocatedHint,
} from '@atrium/plugin-cost-common';

/** An entity that a charge may be of. */
export interface SuggestedEntity {
  entityRef: string;
  /** The last part of its ref. */
  name: string;
}

/** What is known of charges that no rule allocates. */
export interface UnallocatedTraits {
  tags: Record<string, string>;
  resourceName?: string;
}

/** A rule that would allocate charges, and why. */
export interface Suggestion {
  suggestion: AllocationRule;
  hint: UnallocatedHint;
}

/** Shorter names are in too many others. */
const MIN_CONTAINED_LENGTH = 4;
/** What comes first is meant where several kinds have a name. */
const KINDS = ['component', 'system', 'resource', 'api', 'group'];
const NAMESPACE_TAG = 'kubernetes.namespace';

/** Looks for entities whose names charges hint at. */
export class RuleSuggestions {
  readonly #byName = new Map<string, SuggestedEntity>();
  /** The longest first, so that `payment-service` goes before `payment`. */
  readonly #contained: SuggestedEntity[];

  constructor(entityRefs: Iterable<string>) {
    const rankOf = (ref: string) => KINDS.indexOf(ref.split(':')[0]);
    const ranked = [...entityRefs]
      .filter(ref => rankOf(ref) >= 0)
      .sort(
        (one, other) =>
          rankOf(one) - rankOf(other) || Number(one > other) - 0.5,
      );
    for (const entityRef of ranked) {
      const name = entityRef.split('/')[1];
      if (!this.#byName.has(name)) {
        this.#byName.set(name, { entityRef, name });
      }
    }
    this.#contained = [...this.#byName.values()]
      .filter(({ name }) => name.length >= MIN_CONTAINED_LENGTH)
      .sort((one, other) => other.name.length - one.name.length);
  }

  /**
   * The best hint: the value of a tag or the namespace that is the name of an entity,
   * then a name of a resource that is one or has one in it, between dashes or the
   * like.
   */
  find({ resourceName, tags }: UnallocatedTraits): Suggestion | undefined {
    for (const [tag, value] of Object.entries(tags)) {
      const entity = this.#byName.get(value.toLocaleLowerCase('en-US'));
      if (entity) {
        return tag === NAMESPACE_TAG
          ? suggest(entity, {
              match: { kubernetes: { namespace: value } },
              hint: { by: 'namespace', value },
            })
          : suggest(entity, {
              match: { tags: { [tag]: value } },
              hint: { by: 'tag', value: tag },
            });
      }
    }
    return resourceName === undefined
      ? undefined
      : this.#findByResource(resourceName);
  }

  #findByResource(resourceName: string): Suggestion | undefined {
    const name = resourceName.toLocaleLowerCase('en-US');
    const same = this.#byName.get(name);
    if (same) {
      return suggest(same, {
        match: { resourceName },
        hint: { by: 'resource-name', value: resourceName },
      });
    }
    const within = this.#contained.find(entity => hasWord(name, entity.name));
    return (
      within &&
      suggest(within, {
        match: { resourceName },
        hint: { by: 'resource-word', value: within.name },
      })
    );
  }
}

function suggest(
  { entityRef, name }: SuggestedEntity,
  { hint, match }: { hint: UnallocatedHint; match: AllocationRule['match'] },
): Suggestion {
  const slug = name.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 50);
  return {
    hint,
    suggestion: {
      name: `to-${slug.replace(/-+$/, '')}`,
      match,
      to: { entity: entityRef },
    },
  };
}

/** Whether a text has a word in it that no letter or digit goes on from. */
function hasWord(text: string, word: string): boolean {
  const index = text.indexOf(word);
  if (index < 0) {
    return false;
  }
  const isOpen = (letter: string | undefined) =>
    letter === undefined || !/[a-z0-9]/.test(letter);
  return isOpen(text[index - 1]) && isOpen(text[index + word.length]);
}
