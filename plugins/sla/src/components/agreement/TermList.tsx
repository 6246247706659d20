import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { type Agreement } from '@atrium/plugin-sla-common';
import { formatTarget } from '@atrium/plugin-slo-common';
import { creditsWords, validityWords } from '../../words/agreementWords';
import styles from './TermList.module.css';

/** What was agreed, item by item. */
export function TermList({ agreement }: { agreement: Agreement }) {
  const { entityRef, sloName, objectiveId, target, timeZone } = agreement;
  const terms = [
    ['Customer', agreement.customer ?? 'Not named'],
    ['Service', <EntityRefLink key="service" entityRef={entityRef} hideIcon />],
    ['Measured by', objectiveId ? `${sloName}, ${objectiveId}` : sloName],
    ['Target', `${formatTarget(target)} of each month`],
    ['Credits', creditsWords(agreement)],
    [
      'Planned maintenance',
      agreement.isMaintenanceExcluded ? 'Excluded' : 'Counts',
    ],
    ['Time zone', timeZone],
    ['Holds', validityWords(agreement)],
  ] as const;
  return (
    <dl className={styles.terms}>
      {terms.map(([title, value]) => (
        <div key={title} className={styles.term}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
