import { useSearchParams } from 'react-router-dom';
import { Link } from '@backstage/ui';
import { STATE_WORDS } from '../../words/stateWords';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { BudgetBar } from '../shared/BudgetBar';
import { BurnSentence } from '../shared/BurnSentence';
import { BurnWindows } from '../shared/BurnWindows';
import { MeasuredLine } from '../shared/MeasuredLine';
import { ObjectiveNotices } from '../shared/ObjectiveNotices';
import { SliFigure } from '../shared/SliFigure';
import { SloStateBadge } from '../shared/SloStateBadge';
import shared from '../shared/shared.module.css';
import styles from './ObjectiveCard.module.css';

/** One objective at a glance: is it within budget, and how fast does it burn? */
export function ObjectiveCard({ row }: { row: ObjectiveRow }) {
  const { title, subtitle, state, status } = row;
  const href = useObjectiveHref(row);
  return (
    <article
      className={styles.card}
      data-status={STATE_WORDS[state].status}
      aria-label={subtitle ? `${title}, ${subtitle}` : title}
    >
      <div className={styles.name}>
        <SloStateBadge state={state} />
        <h3 className={styles.title}>
          <Link href={href}>{title}</Link>
        </h3>
        {subtitle && <p className={shared.muted}>{subtitle}</p>}
      </div>
      <SliFigure row={row} />
      <BudgetBar row={row} />
      <div className={styles.burn}>
        {status && <BurnSentence status={status} />}
        {status && <BurnWindows status={status} />}
      </div>
      <div className={styles.foot}>
        <MeasuredLine row={row} />
        <ObjectiveNotices slo={row.slo} />
      </div>
    </article>
  );
}

/** The page with this objective opened. */
function useObjectiveHref({ slo, objectiveId }: ObjectiveRow): string {
  const [params] = useSearchParams();
  const opened = new URLSearchParams(params);
  opened.set('slo', slo.id);
  if (objectiveId) {
    opened.set('objective', objectiveId);
  }
  return `?${opened}`;
}
