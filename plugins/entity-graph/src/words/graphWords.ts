import type {
  GraphNode,
  ImpactReason,
  Tier,
} from '@atrium/plugin-entity-graph-common';
import type { ColorBy } from '../hooks/useGraphAddress';
import { t } from '../translation';

/** How much hangs on something. */
export const TIER_WORDS: Record<Tier, string> = {
  get critical() {
    return t('graphWords.critical');
  },
  get important() {
    return t('graphWords.important');
  },
  get standard() {
    return t('graphWords.standard');
  },
};

/** Why a failure matters. */
export const REASON_WORDS: Record<ImpactReason, string> = {
  get critical() {
    return t('graphWords.criticalTier');
  },
  get important() {
    return t('graphWords.importantTier');
  },
  get 'budget-spent'() {
    return t('graphWords.errorBudgetSpent');
  },
  get 'budget-low'() {
    return t('graphWords.errorBudgetLow');
  },
  get costly() {
    return t('graphWords.amongTheCostliest');
  },
  get direct() {
    return t('graphWords.dependsOnItDirectly');
  },
};

/** What a node can be coloured by. */
export const COLOR_WORDS: Record<ColorBy, string> = {
  get health() {
    return t('graphWords.health');
  },
  get level() {
    return t('graphWords.level');
  },
  get cost() {
    return t('graphWords.cost');
  },
  get owner() {
    return t('graphWords.owner');
  },
};

/** Where an edge comes from. */
export const ORIGIN_WORDS = {
  get declared() {
    return t('graphWords.declared');
  },
  get both() {
    return t('graphWords.declaredAndObserved');
  },
  get observed() {
    return t('graphWords.observedNotDeclared');
  },
} as const;

/** What people call a node. */
export function titleOf({ title, name }: GraphNode): string {
  return title ?? name;
}

/** What people call the owner of a node. */
export function ownerOf({ ownerTitle, ownerRef }: GraphNode): string {
  return (
    ownerTitle ??
    ownerRef?.slice(ownerRef.indexOf('/') + 1) ??
    t('graphWords.noOwner')
  );
}
