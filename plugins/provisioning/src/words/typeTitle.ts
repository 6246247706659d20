import type { TypeSummary } from '@atrium/plugin-provisioning-common';
import { t } from '../translation';

/**
 * What people call a type of resource. Volumes are a part of the workload: no
 * definition makes them, so none gives their type a title.
 */
export function typeTitle(
  types: ReadonlyMap<string, TypeSummary>,
  type: string,
): string {
  return (
    types.get(type)?.title ?? (type === 'volume' ? t('typeTitle.volume') : type)
  );
}
