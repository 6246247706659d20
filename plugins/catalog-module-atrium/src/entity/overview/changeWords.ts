import type { EntityChange } from '@atrium/plugin-entity-summary-common';

type ChangeKind = EntityChange['kind'];

/** What kind of change it is, in words. */
export const CHANGE_WORDS: Record<ChangeKind, string> = {
  deployment: 'Deployed',
  rollback: 'Rolled back',
  'incident-opened': 'Incident',
  'incident-resolved': 'Resolved',
  alert: 'Alert',
  level: 'Level',
  'api-version': 'API',
  'cost-anomaly': 'Unusual cost',
  provisioning: 'Resource',
};

/** What the plugins that tell of changes tell of. */
const SOURCE_WORDS: Partial<Record<string, string>> = {
  'api-history': 'API versions',
  provisioning: 'resources',
  scorecard: 'levels',
  slo: 'alerts',
};

const list = new Intl.ListFormat('en-GB');

/** What could not be read, as a part of a sentence: `cost, levels and alerts`. */
export function nameSources(pluginIds: readonly string[]): string {
  return list.format(pluginIds.map(id => SOURCE_WORDS[id] ?? id));
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
