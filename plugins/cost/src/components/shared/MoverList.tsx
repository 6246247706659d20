import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatShortDay, MoneyText, textStyles } from '@atrium/ui';
import type { CostMovers } from '@atrium/plugin-cost-common';
import styles from './shared.module.css';

type Mover = CostMovers['items'][number];

const KIND_WORDS: Record<Mover['kind'], string> = {
  new: 'new',
  gone: 'gone',
  rise: 'more',
  fall: 'less',
};

/** Props of {@link MoverList}. */
export interface MoverListProps {
  movers: CostMovers;
  /** Whose page it is: what is its own needs no name. */
  entityRef?: string;
}

/** What explains most of why cost rose or fell, one sentence each. */
export function MoverList({ movers, entityRef }: MoverListProps) {
  return (
    <ul className={styles.movers} aria-label="What changed most">
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
            {mover.entityRef !== undefined && mover.entityRef !== entityRef && (
              <>
                {' of '}
                <EntityRefLink entityRef={mover.entityRef} hideIcon />
              </>
            )}{' '}
            <span className={textStyles.muted}>
              {KIND_WORDS[mover.kind]}
              {mover.since && ` since ${formatShortDay(mover.since)}`}
              {', '}
              <MoneyText
                amount={mover.comparisonAmount}
                currency={movers.currency}
              />
              {' to '}
              <MoneyText amount={mover.amount} currency={movers.currency} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
