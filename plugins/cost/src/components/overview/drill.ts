import type { CostBreakdown, CostDimension } from '@atrium/plugin-cost-common';
import { UNALLOCATED } from '../../charts/partColors';

/** By what a part is taken apart in turn. */
const NEXT: Partial<Record<CostDimension, CostDimension>> = {
  team: 'system',
  system: 'entity',
  entity: 'service',
  provider: 'serviceCategory',
  serviceCategory: 'service',
  service: 'entity',
  subAccount: 'service',
  region: 'service',
  chargeCategory: 'service',
};

const ENTITIES: CostDimension[] = ['team', 'system', 'entity'];

/**
 * The parameters of the page that shows what a part is made of; undefined where
 * it cannot be taken apart.
 */
export function drillInto(
  params: URLSearchParams,
  item: CostBreakdown['items'][number],
  by: CostDimension,
): URLSearchParams | undefined {
  const next = NEXT[by];
  if (next === undefined || item.key === UNALLOCATED) {
    return undefined;
  }
  const drilled = new URLSearchParams(params);
  drilled.delete('sort');
  if (ENTITIES.includes(by)) {
    if (item.entityRef === undefined) {
      return undefined;
    }
    drilled.set('scope', item.entityRef);
  } else {
    drilled.set(by, item.key);
  }
  drilled.set('by', next === 'entity' && isOfOne(drilled) ? 'region' : next);
  return drilled;
}

/** Whether the scope is one entity, which is not taken apart by entities. */
function isOfOne(params: URLSearchParams): boolean {
  return /^(component|resource|api):/.test(params.get('scope') ?? '');
}
