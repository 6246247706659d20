import { Link } from '@backstage/ui';
import { textStyles } from '@atrium/ui';
import { useTabHref } from '../../hooks/useTabHref';
import { stateWords } from '../../words/stateWords';
import {
  objectiveName,
  type ObjectiveRow,
} from '../../objectives/ObjectiveRow';
import { BudgetBar } from '../shared/BudgetBar';
import { BurnSentence } from '../shared/BurnSentence';
import { BurnWindows } from '../shared/BurnWindows';
import { EditLink } from '../shared/EditLink';
import { MeasuredLine } from '../shared/MeasuredLine';
import { ObjectiveNotices } from '../shared/ObjectiveNotices';
import { SliFigure } from '../shared/SliFigure';
import { SloStateBadge } from '../shared/SloStateBadge';
import styles from './ObjectiveCard.module.css';

/** One objective at a glance: is it within budget, and how fast does it burn? */
export function ObjectiveCard({ row }: { row: ObjectiveRow }) {
  const { slo, objectiveId, title, subtitle, state, status } = row;
  const href = useTabHref()({ slo: slo.id, objective: objectiveId });
  return (
    <article
      className={styles.card}
      data-status={stateWords(state, status?.alert).status}
      aria-label={objectiveName(row)}
    >
      <div className={styles.name}>
        <SloStateBadge row={row} />
        <h3 className={styles.title}>
          <Link href={href}>{title}</Link>
        </h3>
        {subtitle && <p className={textStyles.muted}>{subtitle}</p>}
      </div>
      <SliFigure row={row} />
      <BudgetBar row={row} />
      <div className={styles.burn}>
        {status && <BurnSentence status={status} />}
        {status && <BurnWindows status={status} />}
      </div>
      <div className={styles.foot}>
        <div className={textStyles.ends}>
          <MeasuredLine row={row} />
          <EditLink slo={slo} />
        </div>
        <ObjectiveNotices slo={slo} />
      </div>
    </article>
  );
}
