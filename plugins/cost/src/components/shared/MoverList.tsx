import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatShortDay, MoneyText, textStyles } from '@atrium/ui';
import type { CostMovers } from '@atrium/plugin-cost-common';
import { t } from '../../translation';
import styles from './shared.module.css';

type Mover = CostMovers['items'][number];

const KIND_WORDS: Record<Mover['kind'], string> = {
  get new() {
    return t('moverList.new');
  },
  get gone() {
    return t('moverList.gone');
  },
  get rise() {
    return t('moverList.more');
  },
  get fall() {
    return t('moverList.less');
  },
};

/** Props of {@link MoverList}. */
export interface MoverListProps {
  movers: CostMovers;
  /** Whose page it is: what is its own needs no name. */
  entityRef?: string;
}

/** Of whom else than the entity itself it is; two may have the same service. */
function originText({ origin, pool }: Mover): string {
  if (origin === 'unallocated') {
    return ` · ${t('moverList.unallocated')}`;
  }
  if (pool === undefined) {
    return '';
  }
  return origin === 'pool'
    ? ` · ${t('moverList.inThePool', { pool })}`
    : ` · ${t('moverList.partOfThePool', { pool })}`;
}

/** What explains most of why cost rose or fell, one sentence each. */
export function MoverList({ movers, entityRef }: MoverListProps) {
  return (
    <ul className={styles.movers} aria-label={t('moverList.whatChangedMost')}>
      {movers.items.map(mover => (
        <li key={JSON.stringify(mover)} className={styles.mover}>
          <span className={styles.figure}>
            <MoneyText
              amount={mover.change}
              currency={movers.currency}
              hasSign
            />
          </span>
          <span className={styles.what}>
            {mover.serviceName}
            {mover.resourceId !== undefined && (
              <>
                {' · '}
                <span title={mover.resourceId}>
                  {mover.resourceName ?? mover.resourceId}
                </span>
              </>
            )}
            {originText(mover)}
            {mover.entityRef !== undefined && mover.entityRef !== entityRef && (
              <>
                {' '}
                {t('moverList.of', {
                  entity: (
                    <EntityRefLink entityRef={mover.entityRef} hideIcon />
                  ),
                })}
              </>
            )}{' '}
            <span className={textStyles.muted}>
              {t('moverList.fromTo', {
                what: whatWords(mover),
                before: (
                  <MoneyText
                    amount={mover.comparisonAmount}
                    currency={movers.currency}
                  />
                ),
                after: (
                  <MoneyText amount={mover.amount} currency={movers.currency} />
                ),
              })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function whatWords({ kind, since }: Mover): string {
  const what = KIND_WORDS[kind];
  return since
    ? t('moverList.since', { what, since: formatShortDay(since) })
    : what;
}
