import type { PartName } from '@atrium/plugin-entity-summary-common';

/**
 * Which parts entities of a kind can have of their own, asked of the plugins. What
 * systems, domains, groups and people have beside it is summed up from what
 * belongs to them.
 */
export const OWN_PARTS: Partial<Record<string, readonly PartName[]>> = {
  component: ['delivery', 'slo', 'runtime', 'level', 'cost', 'findings'],
  api: ['slo', 'level', 'findings'],
  resource: ['slo', 'provisioning', 'level', 'cost', 'findings'],
  system: ['level', 'cost'],
  domain: ['level', 'cost'],
  group: ['level', 'cost'],
  user: ['cost'],
  template: ['level'],
};

/** The kinds whose other parts are sums. */
export const SUMMED_KINDS = ['system', 'domain', 'group', 'user'];

/** The parts that are summed up. */
export const SUMMED_PARTS = [
  'delivery',
  'slo',
  'runtime',
  'findings',
] as const satisfies PartName[];

/** The kinds whose rows the plugins are asked about. People cost nothing in a list. */
export const ASKED_KINDS = Object.keys(OWN_PARTS).filter(
  kind => kind !== 'user',
);

/** The kinds whose rows cost is asked about. */
export const KINDS_WITH_COST = ASKED_KINDS.filter(kind =>
  OWN_PARTS[kind]?.includes('cost'),
);
