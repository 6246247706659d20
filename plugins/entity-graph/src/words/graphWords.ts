import type {
  GraphKind,
  GraphNode,
  ImpactReason,
  Tier,
} from '@atrium/plugin-entity-graph-common';
import type { Health } from '@atrium/plugin-entity-summary-common';
import type { StatusWords } from '@atrium/ui';
import type { ColorBy } from '../hooks/useGraphAddress';

/** How something is, as hue and word. */
export const HEALTH_WORDS: Record<Health, StatusWords> = {
  bad: { status: 'bad', text: 'Unhealthy' },
  warning: { status: 'warning', text: 'Needs attention' },
  good: { status: 'good', text: 'Healthy' },
  unknown: { status: 'unknown', text: 'Unknown' },
};

/** What kinds of entity are called. */
export const KIND_WORDS: Record<GraphKind, string> = {
  component: 'Component',
  api: 'API',
  resource: 'Resource',
  airesource: 'AI resource',
  system: 'System',
  domain: 'Domain',
};

/** How much hangs on something. */
export const TIER_WORDS: Record<Tier, string> = {
  critical: 'Critical',
  important: 'Important',
  standard: 'Standard',
};

/** Why a failure matters. */
export const REASON_WORDS: Record<ImpactReason, string> = {
  critical: 'Critical tier',
  important: 'Important tier',
  'budget-spent': 'Error budget spent',
  'budget-low': 'Error budget low',
  costly: 'Among the costliest',
  direct: 'Depends on it directly',
};

/** What a node can be coloured by. */
export const COLOR_WORDS: Record<ColorBy, string> = {
  health: 'Health',
  level: 'Level',
  cost: 'Cost',
  owner: 'Owner',
};

/** Where an edge comes from. */
export const ORIGIN_WORDS = {
  declared: 'Declared',
  both: 'Declared and observed',
  observed: 'Observed, not declared',
} as const;

/** What people call a node. */
export function titleOf({ title, name }: GraphNode): string {
  return title ?? name;
}

/** What people call the owner of a node. */
export function ownerOf({ ownerTitle, ownerRef }: GraphNode): string {
  return ownerTitle ?? ownerRef?.slice(ownerRef.indexOf('/') + 1) ?? 'No owner';
}

/** What people call the kind of a node. */
export function kindOf({ kind, type }: GraphNode): string {
  const words: Record<string, string> = KIND_WORDS;
  return type ? `${words[kind] ?? kind}, ${type}` : words[kind] ?? kind;
}
