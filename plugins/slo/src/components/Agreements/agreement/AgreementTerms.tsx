import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatTarget, type SlaContract } from '@atrium/plugin-slo-common';
import { creditsWords, validityWords } from '../../../words/contractWords';
import styles from './AgreementTerms.module.css';

/** What was agreed, item by item. */
export function AgreementTerms({ contract }: { contract: SlaContract }) {
  const { entityRef, sloName, objectiveId, target, timeZone } = contract;
  const terms = [
    ['Customer', contract.customer ?? 'Not named'],
    ['Service', <EntityRefLink key="service" entityRef={entityRef} hideIcon />],
    ['Measured by', objectiveId ? `${sloName}, ${objectiveId}` : sloName],
    ['Target', `${formatTarget(target)} of each month`],
    ['Credits', creditsWords(contract)],
    [
      'Planned maintenance',
      contract.isMaintenanceExcluded ? 'Does not count' : 'Counts',
    ],
    ['Months by the clocks of', timeZone],
    ['Holds', validityWords(contract)],
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
