import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import type { Entity } from '@backstage/catalog-model';

const RUNBOOK = /run-?book/i;

/** The links of an entity that are runbooks, by type, icon or title. */
export function findRunbooks(entity: Entity): EntityWorkloads['runbooks'] {
  return (entity.metadata.links ?? [])
    .filter(({ type, icon, title }) =>
      [type, icon, title].some(text => RUNBOOK.test(text ?? '')),
    )
    .map(({ url, title }) => ({ url, title: title ?? 'Runbook' }));
}
