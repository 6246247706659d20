import type {
  ChargeMatch,
  CostPool,
  Patterns,
  PoolSplit,
} from '@atrium/plugin-cost-common';
import { formatAny, formatList, inSentence, kindWord } from '@atrium/ui';
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

type Field = keyof typeof FIELD_WORDS;

const FIELDS = Object.keys(FIELD_WORDS).filter(isField);

/** What `${{ … }}` may stand for beside tags and labels. */
const PLACEHOLDER_WORDS = new Map<string, () => string>([
  ...FIELDS.map(name => [name, () => FIELD_WORDS[name]] as const),
  ['subAccountName', () => t('ruleWords.field.subAccountName')],
  ['kubernetes.cluster', () => t('ruleWords.field.cluster')],
  ['kubernetes.namespace', () => t('ruleWords.field.namespace')],
]);

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

const NAMED_BY = /^([a-z]+):[^/]+\/\$\{\{([^{}]+)\}\}$/;

/**
 * A target that charges name themselves, in words: `component named by tag service`.
 *
 * @returns nothing for a target of another form
 */
export function namedByWords(entity: string): string | undefined {
  const [, kind, placeholder] = NAMED_BY.exec(entity) ?? [];
  const field = placeholder && placeholderWords(placeholder.trim());
  return kind && field
    ? t('ruleWords.namedBy', { kind: inSentence(kindWord(kind)), field })
    : undefined;
}

function placeholderWords(placeholder: string): string | undefined {
  const [, root, name = ''] =
    /^(tags|kubernetes\.labels)\.(.+)$/.exec(placeholder) ?? [];
  switch (root) {
    case 'tags':
      return t('ruleWords.tag', { name });
    case 'kubernetes.labels':
      return t('ruleWords.label', { name });
    default:
      return PLACEHOLDER_WORDS.get(placeholder)?.();
  }
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

/**
 * Who has a part of a pool, in words.
 *
 * @param titles - of the systems and owners, by ref
 */
export function amongWords(
  { among }: Pick<CostPool, 'among'>,
  titles: ReadonlyMap<string, string>,
): string {
  const { kinds, types, systems, owners } = among;
  const listTitles = (refs: string[]) =>
    formatList(refs.map(ref => titles.get(ref) ?? ref));
  const parts = [
    formatList(
      (kinds ?? (['component'] as const)).map(kind => KIND_WORDS[kind]),
    ),
    types && t('ruleWords.ofType', { types: formatAny(types) }),
    systems && t('ruleWords.of', { systems: listTitles(systems) }),
    owners && t('ruleWords.ofAndBelow', { owners: listTitles(owners) }),
  ];
  return parts.filter(Boolean).join(' ');
}

function isField(name: string): name is Field {
  return name in FIELD_WORDS;
}

function patternsWords(what: string, patterns: Patterns): string {
  return patterns === '*'
    ? t('ruleWords.hasAValue', { what })
    : t('ruleWords.is', { what, patterns: formatAny([patterns].flat()) });
}
