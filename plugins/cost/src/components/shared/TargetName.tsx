import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ChargeTarget, CostPool } from '@atrium/plugin-cost-common';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { namedByWords } from '../../words/ruleWords';

/** Props of {@link TargetName}. */
export interface TargetNameProps {
  to: ChargeTarget;
  /** Of these, a pool has its title; else it has its name. */
  pools?: readonly Pick<CostPool, 'name' | 'title'>[];
}

/** Where a rule sends charges: an entity by its title, or what names it, or a pool. */
export function TargetName({ to, pools = [] }: TargetNameProps) {
  const { entity, pool } = to;
  if (entity !== undefined) {
    return <EntityName entity={entity} />;
  }
  if (pool === undefined) {
    return <>{t('ruleWords.theResourceInTheCatalog')}</>;
  }
  const title = pools.find(({ name }) => name === pool)?.title;
  return <>{t('ruleWords.pool', { title: title ?? pool })}</>;
}

function EntityName({ entity }: { entity: string }) {
  if (!entity.includes('${{')) {
    return <EntityRefLink entityRef={entity} hideIcon />;
  }
  const words = namedByWords(entity);
  return words === undefined ? (
    <span className={textStyles.mono}>{entity}</span>
  ) : (
    <span title={entity}>{words}</span>
  );
}
