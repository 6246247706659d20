import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { type Agreement } from '@atrium/plugin-sla-common';
import { formatTarget } from '@atrium/plugin-slo-common';
import { useMeasureTitles } from '../../hooks/useSlos';
import { t } from '../../translation';
import { creditsWords, validityWords } from '../../words/agreementWords';
import styles from './TermList.module.css';

/** What was agreed, item by item. */
export function TermList({ agreement }: { agreement: Agreement }) {
  const { entityRef, target, timeZone } = agreement;
  const measureTitle = useMeasureTitles([agreement]);
  const terms = [
    [t('termList.customer'), agreement.customer ?? t('termList.notNamed')],
    [
      t('termList.service'),
      <EntityRefLink key="service" entityRef={entityRef} hideIcon />,
    ],
    [t('termList.measuredBy'), measureTitle(agreement)],
    [
      t('termList.target'),
      t('termList.ofEachMonth', { target: formatTarget(target) }),
    ],
    [t('termList.credits'), creditsWords(agreement)],
    [
      t('termList.plannedMaintenance'),
      agreement.isMaintenanceExcluded
        ? t('termList.excluded')
        : t('termList.counts'),
    ],
    [t('termList.timeZone'), timeZone],
    [t('termList.holds'), validityWords(agreement)],
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
