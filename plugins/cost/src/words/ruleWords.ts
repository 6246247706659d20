import type {
  AllocationRule,
  ChargeMatch,
  ChargeTarget,
  CostPool,
  Patterns,
  PoolSplit,
} from '@atrium/plugin-cost-common';
import { formatAny } from '@atrium/ui';
import { t } from '../translation';

const FIELD_WORDS = {
  get source() {
    return t('ruleWords.field.source');
  },
  get provider() {
    return t('ruleWords.field.provider');
  },
  get billingAccount() {
    return t('ruleWords.field.billingAccount');
  },
  get subAccount() {
    return t('ruleWords.field.subAccount');
  },
  get service() {
    return t('ruleWords.field.service');
  },
  get serviceCategory() {
    return t('ruleWords.field.serviceCategory');
  },
  get region() {
    return t('ruleWords.field.region');
  },
  get resourceId() {
    return t('ruleWords.field.resourceId');
  },
  get resourceName() {
    return t('ruleWords.field.resourceName');
  },
  get resourceType() {
    return t('ruleWords.field.resourceType');
  },
} satisfies Partial<Record<keyof ChargeMatch, string>>;

const KIND_WORDS: Record<
  NonNullable<CostPool['among']['kinds']>[number],
  string
> = {
  get component() {
    return t('ruleWords.kind.component');
  },
  get resource() {
    return t('ruleWords.kind.resource');
  },
  get api() {
    return t('ruleWords.kind.api');
  },
};

type Field = keyof typeof FIELD_WORDS;

const FIELDS = Object.keys(FIELD_WORDS).filter(isField);

/** What a rule matches, in words: `tag team is payments, and region is eu-*`. */
export function matchWords(match: ChargeMatch): string {
  const { tags = {}, kubernetes = {}, provisioned, ...fields } = match;
  const { labels = {}, cluster, namespace } = kubernetes;
  const [first = '', ...others] = [
    ...FIELDS.flatMap(name => {
      const patterns = fields[name];
      return patterns === undefined
        ? []
        : [patternsWords(FIELD_WORDS[name], patterns)];
    }),
    ...Object.entries(tags).map(([name, patterns]) =>
      patternsWords(t('ruleWords.tag', { name }), patterns),
    ),
    ...(cluster === undefined
      ? []
      : [patternsWords(t('ruleWords.field.cluster'), cluster)]),
    ...(namespace === undefined
      ? []
      : [patternsWords(t('ruleWords.field.namespace'), namespace)]),
    ...Object.entries(labels).map(([name, patterns]) =>
      patternsWords(t('ruleWords.label', { name }), patterns),
    ),
    ...(provisioned ? [t('ruleWords.thePortalMadeTheResource')] : []),
  ];
  return others.reduce(
    (words, next) => t('ruleWords.and', { first: words, next }),
    first,
  );
}

/**
 * Where charges go, in words.
 *
 * @param pools - of these, a pool has its title; else it has its name
 */
export function targetWords(
  { entity, pool }: ChargeTarget,
  pools: readonly Pick<CostPool, 'name' | 'title'>[] = [],
): string {
  if (entity !== undefined) {
    return entity;
  }
  if (pool === undefined) {
    return t('ruleWords.theResourceInTheCatalog');
  }
  const title = pools.find(({ name }) => name === pool)?.title;
  return t('ruleWords.pool', { title: title ?? pool });
}

/** How a pool is taken apart, in words. */
export function splitWords(split: PoolSplit | undefined): string {
  if (!split) {
    return t('ruleWords.keptTogether');
  }
  switch (split.by) {
    case 'direct-cost':
      return t('ruleWords.byWhatEachCostsDirectly');
    case 'even':
      return t('ruleWords.evenly');
    case 'weights':
      return t('ruleWords.byWeightsOf', {
        number: Object.keys(split.weights).length,
      });
    case 'requests':
      return t('ruleWords.byTheRequestsThatSlos');
    case 'metric':
      return t('ruleWords.byThatArePushed', { unit: split.unit });
    case 'usage':
      return split.cluster === undefined
        ? t('ruleWords.byUsageThatOpencostMeasured')
        : t('ruleWords.byUsageThatOpencostMeasured2', {
            cluster: split.cluster,
          });
    default:
      return split;
  }
}

/** Who has a part of a pool, in words. */
export function amongWords({ among }: Pick<CostPool, 'among'>): string {
  const { kinds, types, systems, owners } = among;
  const parts = [
    (kinds ?? (['component'] as const))
      .map(kind => KIND_WORDS[kind])
      .join(', '),
    types && t('ruleWords.ofType', { types: types.join(', ') }),
    systems && t('ruleWords.of', { systems: systems.join(', ') }),
    owners && t('ruleWords.ofAndBelow', { owners: owners.join(', ') }),
  ];
  return parts.filter(Boolean).join(' ');
}

/** A rule in one line. */
export function ruleWords({ match, to }: AllocationRule): string {
  return t('ruleWords.whereTo', {
    match: matchWords(match),
    target: targetWords(to),
  });
}

function isField(name: string): name is Field {
  return name in FIELD_WORDS;
}

function patternsWords(what: string, patterns: Patterns): string {
  return patterns === '*'
    ? t('ruleWords.hasAValue', { what })
    : t('ruleWords.is', { what, patterns: formatAny([patterns].flat()) });
}
