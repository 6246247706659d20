import { formatList } from '@atrium/ui';
import type { EntityChange } from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';

type ChangeKind = EntityChange['kind'];

/** What kind of change it is, in words. */
export const CHANGE_WORDS: Record<ChangeKind, string> = {
  get deployment() {
    return t('changeWords.deployed');
  },
  get rollback() {
    return t('changeWords.rolledBack');
  },
  get 'incident-opened'() {
    return t('changeWords.incident');
  },
  get 'incident-resolved'() {
    return t('changeWords.resolved');
  },
  get alert() {
    return t('changeWords.alert');
  },
  get level() {
    return t('changeWords.level');
  },
  get 'api-version'() {
    return t('changeWords.api');
  },
  get 'cost-anomaly'() {
    return t('changeWords.unusualCost');
  },
  get provisioning() {
    return t('changeWords.resource');
  },
};

/** What the plugins that tell of changes tell of. */
const SOURCE_WORDS: Partial<Record<string, string>> = {
  get 'api-history'() {
    return t('changeWords.apiVersions');
  },
  get cost() {
    return t('changeWords.source.cost');
  },
  get delivery() {
    return t('changeWords.source.delivery');
  },
  get provisioning() {
    return t('changeWords.source.resources');
  },
  get scorecard() {
    return t('changeWords.source.levels');
  },
  get slo() {
    return t('changeWords.source.alerts');
  },
};

/** What could not be read, as a part of a sentence: `cost, levels and alerts`. */
export function nameSources(pluginIds: readonly string[]): string {
  return formatList(pluginIds.map(id => SOURCE_WORDS[id] ?? id));
}

const SUMMED = {
  deployment: 'delivery-metrics',
  rollback: 'delivery-metrics',
  'incident-opened': 'delivery-metrics',
  'incident-resolved': 'delivery-metrics',
  level: 'scorecards',
  'cost-anomaly': 'cost',
};

/** The tab that has more, for the kinds of entities that have such a tab. */
const TABS: Partial<Record<string, Partial<Record<ChangeKind, string>>>> = {
  component: {
    deployment: 'delivery?view=deployments',
    rollback: 'delivery?view=deployments',
    'incident-opened': 'delivery?view=incidents',
    'incident-resolved': 'delivery?view=incidents',
    alert: 'slos',
    level: 'scorecards',
    'cost-anomaly': 'cost',
    provisioning: 'resources',
  },
  api: { level: 'scorecards', 'api-version': 'history' },
  resource: { level: 'scorecards', 'cost-anomaly': 'cost' },
  system: SUMMED,
  group: SUMMED,
  domain: { 'cost-anomaly': 'cost' },
};

/** The tab of an entity of this kind, in lower case, that has more of a change. */
export function changeTab(
  entityKind: string,
  changeKind: ChangeKind,
): string | undefined {
  return TABS[entityKind]?.[changeKind];
}
