import type { EntityChange } from '@atrium/plugin-entity-summary-common';

/** What kind of change it is, in words, and the tab of the entity that has it. */
export const CHANGE_WORDS: Record<
  EntityChange['kind'],
  { word: string; tab: string }
> = {
  deployment: { word: 'Deployed', tab: 'delivery?view=deployments' },
  rollback: { word: 'Rolled back', tab: 'delivery?view=deployments' },
  'incident-opened': { word: 'Incident', tab: 'delivery?view=incidents' },
  'incident-resolved': { word: 'Resolved', tab: 'delivery?view=incidents' },
  alert: { word: 'Alert', tab: 'slos' },
  level: { word: 'Level', tab: 'scorecards' },
  'api-version': { word: 'API', tab: 'history' },
  'cost-anomaly': { word: 'Unusual cost', tab: 'cost' },
  provisioning: { word: 'Resource', tab: 'resources' },
};
