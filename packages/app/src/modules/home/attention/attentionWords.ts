import type {
  AttentionItem,
  AttentionKind,
} from '@atrium/plugin-entity-summary-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { formatList, urlPath } from '@atrium/ui';
import { t } from '../../../translation';

/** How one thing that waits is told. */
export interface AttentionWords {
  /** What kind of thing it is, in a word or two. */
  kind: string;
  /** The one thing to do about it. */
  action: string;
  href: string;
  /** What it says itself; absent where its title does, and how many there are. */
  text?: string;
}

interface KindWords {
  kind: string;
  action: string;
  toHref(item: AttentionItem): string;
  toText?(item: AttentionItem): string;
}

const KINDS: Record<AttentionKind, KindWords> = {
  incident: {
    get kind() {
      return t('attentionWords.incident');
    },
    get action() {
      return t('attentionWords.openIncident');
    },
    toHref: item => tabOf(item, '') ?? '/delivery',
  },
  'slo-alert': {
    get kind() {
      return t('attentionWords.budgetBurning');
    },
    get action() {
      return t('attentionWords.seeWhatBurnsIt');
    },
    toHref: toSlo,
  },
  'slo-breached': {
    get kind() {
      return t('attentionWords.sloBreached');
    },
    get action() {
      return t('attentionWords.openSlo');
    },
    toHref: toSlo,
  },
  'pipeline-failed': {
    get kind() {
      return t('attentionWords.pipelineFailed');
    },
    get action() {
      return t('attentionWords.openPipeline');
    },
    toHref: item => tabOf(item, '/delivery') ?? '/delivery',
    toText: ({ title, count = 1 }) =>
      t('attentionWords.failedPipelines', { title, count }),
  },
  'workload-degraded': {
    get kind() {
      return t('attentionWords.notAllPodsRun');
    },
    get action() {
      return t('attentionWords.seePods');
    },
    toHref: item => tabOf(item, '/runtime') ?? '/workloads',
  },
  'finding-overdue': {
    get kind() {
      return t('attentionWords.findingsOverdue');
    },
    get action() {
      return t('attentionWords.reviewFindings');
    },
    toHref: item =>
      tabOf(item, '/scorecards?view=findings&overdue=true') ??
      '/scorecards/findings?overdue=true',
    toText: ({ count = 1 }) => t('attentionWords.overdueFindings', { count }),
  },
  approval: {
    get kind() {
      return t('attentionWords.approval');
    },
    get action() {
      return t('attentionWords.reviewRequest');
    },
    toHref: ({ targetId }) =>
      targetId
        ? urlPath`/provisioning/requests/${targetId}`
        : '/provisioning/requests',
  },
  'resource-attention': {
    get kind() {
      return t('attentionWords.resource');
    },
    get action() {
      return t('attentionWords.openResource');
    },
    toHref: toResource,
  },
  'lease-expiring': {
    get kind() {
      return t('attentionWords.leaseEnds');
    },
    get action() {
      return t('attentionWords.extendOrDelete');
    },
    toHref: toResource,
  },
  'exemption-request': {
    get kind() {
      return t('attentionWords.exemption');
    },
    get action() {
      return t('attentionWords.decide');
    },
    toHref: () => '/scorecards/exemptions',
  },
  'initiative-due': {
    get kind() {
      return t('attentionWords.initiative');
    },
    get action() {
      return t('attentionWords.seeWhatIsLeft');
    },
    toHref: ({ targetId }) =>
      targetId
        ? urlPath`/scorecards/initiatives/${targetId}`
        : '/scorecards/initiatives',
  },
  'breaking-change': {
    get kind() {
      return t('attentionWords.breakingChange');
    },
    get action() {
      return t('attentionWords.compareVersions');
    },
    toHref: item => tabOf(item, '/history') ?? '/api-docs',
  },
  'catalog-problem': {
    get kind() {
      return t('attentionWords.catalog');
    },
    get action() {
      return t('attentionWords.fixInCatalog');
    },
    toHref: () => '/catalog-health',
  },
};

/** What kind of thing it is, what to do about it, and where. */
export function attentionWords(item: AttentionItem): AttentionWords {
  const { kind, action, toHref, toText } = KINDS[item.kind];
  return { kind, action, href: toHref(item), text: toText?.(item) };
}

/** What plugins are called whose part of the list is missing. */
const PLUGIN_TITLES: Record<string, string> = {
  get delivery() {
    return t('attentionWords.delivery');
  },
  get slo() {
    return t('attentionWords.slos');
  },
  get workloads() {
    return t('attentionWords.runtime');
  },
  get scorecard() {
    return t('attentionWords.scorecards');
  },
  get provisioning() {
    return t('attentionWords.provisioning');
  },
  get 'api-history'() {
    return t('attentionWords.apiHistory');
  },
  get 'catalog-health'() {
    return t('attentionWords.catalogHealth');
  },
  get cost() {
    return t('attentionWords.cost');
  },
};

/** Says which plugins could not be asked: `Delivery and SLOs did not answer`. */
export function unavailableWords(pluginIds: string[]): string {
  return t('attentionWords.didNotAnswer', {
    titles: formatList(pluginIds.map(id => PLUGIN_TITLES[id] ?? id)),
  });
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
