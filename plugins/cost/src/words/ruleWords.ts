import type {
  AllocationRule,
  ChargeMatch,
  ChargeTarget,
  CostPool,
  Patterns,
  PoolSplit,
} from '@atrium/plugin-cost-common';

const FIELD_WORDS = {
  source: 'source',
  provider: 'provider',
  billingAccount: 'billing account',
  subAccount: 'sub-account',
  service: 'service',
  serviceCategory: 'category',
  region: 'region',
  resourceId: 'resource id',
  resourceName: 'resource name',
  resourceType: 'resource type',
} satisfies Partial<Record<keyof ChargeMatch, string>>;

type Field = keyof typeof FIELD_WORDS;

const FIELDS = Object.keys(FIELD_WORDS).filter(isField);

/** What a rule matches, in words: `tag team is payments, and region is eu-*`. */
export function matchWords(match: ChargeMatch): string {
  const { tags = {}, kubernetes = {}, provisioned, ...fields } = match;
  const { labels = {}, cluster, namespace } = kubernetes;
  return [
    ...FIELDS.flatMap(name => {
      const patterns = fields[name];
      return patterns === undefined
        ? []
        : [patternsWords(FIELD_WORDS[name], patterns)];
    }),
    ...Object.entries(tags).map(([name, patterns]) =>
      patternsWords(`tag ${name}`, patterns),
    ),
    ...(cluster === undefined ? [] : [patternsWords('cluster', cluster)]),
    ...(namespace === undefined ? [] : [patternsWords('namespace', namespace)]),
    ...Object.entries(labels).map(([name, patterns]) =>
      patternsWords(`label ${name}`, patterns),
    ),
    ...(provisioned ? ['the portal made the resource'] : []),
  ].join(', and ');
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
    return 'the resource in the catalog';
  }
  const title = pools.find(({ name }) => name === pool)?.title;
  return `pool ${title ?? pool}`;
}

/** How a pool is taken apart, in words. */
export function splitWords(split: PoolSplit | undefined): string {
  if (!split) {
    return 'Kept together';
  }
  switch (split.by) {
    case 'direct-cost':
      return 'By what each costs directly';
    case 'even':
      return 'Evenly';
    case 'weights':
      return `By weights of ${Object.keys(split.weights).length}`;
    case 'requests':
      return 'By the requests that SLOs count';
    case 'metric':
      return `By ${split.unit}s that are pushed`;
    case 'usage':
      return split.cluster === undefined
        ? 'By usage that OpenCost measured'
        : `By usage that OpenCost measured in ${split.cluster}`;
    default:
      return split;
  }
}

/** Who has a part of a pool, in words. */
export function amongWords({ among }: Pick<CostPool, 'among'>): string {
  const { kinds, types, systems, owners } = among;
  const parts = [
    `${(kinds ?? ['component']).join('s, ')}s`,
    types && `of type ${types.join(', ')}`,
    systems && `of ${systems.join(', ')}`,
    owners && `of ${owners.join(', ')} and below`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** A rule in one line. */
export function ruleWords({ match, to }: AllocationRule): string {
  return `Where ${matchWords(match)}: to ${targetWords(to)}`;
}

function isField(name: string): name is Field {
  return name in FIELD_WORDS;
}

function patternsWords(what: string, patterns: Patterns): string {
  return patterns === '*'
    ? `${what} has a value`
    : `${what} is ${[patterns].flat().join(' or ')}`;
}
