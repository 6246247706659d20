import type {
  AttentionItem,
  AttentionKind,
} from '@atrium/plugin-entity-summary-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { urlPath } from '@atrium/ui';

/** How one thing that waits is told. */
export interface AttentionWords {
  /** What kind of thing it is, in a word or two. */
  kind: string;
  /** The one thing to do about it. */
  action: string;
  href: string;
}

interface KindWords {
  kind: string;
  action: string;
  toHref(item: AttentionItem): string;
}

const KINDS: Record<AttentionKind, KindWords> = {
  incident: {
    kind: 'Incident',
    action: 'Open incident',
    toHref: item => tabOf(item, '') ?? '/delivery',
  },
  'slo-alert': {
    kind: 'Budget burning',
    action: 'See what burns it',
    toHref: toSlo,
  },
  'slo-breached': {
    kind: 'SLO breached',
    action: 'Open SLO',
    toHref: toSlo,
  },
  'pipeline-failed': {
    kind: 'Pipeline failed',
    action: 'Open pipeline',
    toHref: item => tabOf(item, '/delivery') ?? '/delivery',
  },
  'workload-degraded': {
    kind: 'Not all pods run',
    action: 'See pods',
    toHref: item => tabOf(item, '/runtime') ?? '/workloads',
  },
  'finding-overdue': {
    kind: 'Findings overdue',
    action: 'Review findings',
    toHref: item => tabOf(item, '/scorecards') ?? '/scorecards/findings',
  },
  approval: {
    kind: 'Approval',
    action: 'Review request',
    toHref: ({ targetId }) =>
      targetId
        ? urlPath`/provisioning/requests/${targetId}`
        : '/provisioning/requests',
  },
  'resource-attention': {
    kind: 'Resource',
    action: 'Open resource',
    toHref: toResource,
  },
  'lease-expiring': {
    kind: 'Lease ends',
    action: 'Extend or delete',
    toHref: toResource,
  },
  'exemption-request': {
    kind: 'Exemption',
    action: 'Decide',
    toHref: () => '/scorecards/exemptions',
  },
  'initiative-due': {
    kind: 'Initiative',
    action: 'See what is left',
    toHref: ({ targetId }) =>
      targetId
        ? urlPath`/scorecards/initiatives/${targetId}`
        : '/scorecards/initiatives',
  },
  'breaking-change': {
    kind: 'Breaking change',
    action: 'Compare versions',
    toHref: item => tabOf(item, '/history') ?? '/api-docs',
  },
  'catalog-problem': {
    kind: 'Catalog',
    action: 'Fix in catalog',
    toHref: () => '/catalog-health',
  },
};

/** What kind of thing it is, what to do about it, and where. */
export function attentionWords(item: AttentionItem): AttentionWords {
  const { kind, action, toHref } = KINDS[item.kind];
  return { kind, action, href: toHref(item) };
}

/** What plugins are called whose part of the list is missing. */
const PLUGIN_TITLES: Record<string, string> = {
  delivery: 'Delivery',
  slo: 'SLOs',
  workloads: 'Runtime',
  scorecard: 'Scorecards',
  provisioning: 'Provisioning',
  'api-history': 'API history',
  'catalog-health': 'Catalog health',
  cost: 'Cost',
};

/** Says which plugins could not be asked: `Delivery and SLOs did not answer`. */
export function unavailableWords(pluginIds: string[]): string {
  const titles = pluginIds.map(id => PLUGIN_TITLES[id] ?? id);
  return `${new Intl.ListFormat('en-GB').format(titles)} did not answer`;
}

function toSlo(item: AttentionItem): string {
  const search = item.targetId
    ? `?${new URLSearchParams({ slo: item.targetId })}`
    : '';
  return tabOf(item, `/slos${search}`) ?? '/slos';
}

function toResource({ targetId }: AttentionItem): string {
  return targetId
    ? urlPath`/provisioning/resources/${targetId}`
    : '/provisioning/resources';
}

/** A tab on the page of the entity, if it is about one. */
function tabOf({ entityRef }: AttentionItem, tab: string) {
  return entityRef && `${entityHref(entityRef)}${tab}`;
}

/** The page of an entity. */
export function entityHref(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return urlPath`/catalog/${namespace}/${kind}/${name}`;
}
