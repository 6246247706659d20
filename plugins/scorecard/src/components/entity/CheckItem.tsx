import { lazy, Suspense, useState } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import type {
  CheckResult,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import { formatDate, formatDay, ViewSkeleton } from '@atrium/ui';
import { t } from '../../translation';
import { EFFORT_WORDS } from '../../words/outcomeWords';
import { OutcomeBadge } from '../shared/OutcomeBadge';
import styles from './CheckItem.module.css';

// Markdown and the forms are for who opens a check.
const CheckDetails = lazy(() =>
  import('./CheckDetails').then(m => ({ default: m.CheckDetails })),
);

/** Props of {@link CheckItem}. */
export interface CheckItemProps {
  result: EntityResult;
  check: CheckResult;
  /** Whether it is opened from the start. */
  isOpen?: boolean;
  /** Whether the check is among the next steps, too, and this is another list. */
  isListedAbove?: boolean;
}

/** One check of an entity, which opens to why and how to pass it. */
export function CheckItem(props: CheckItemProps) {
  const { result, check, isOpen = false, isListedAbove = false } = props;
  const [isShown, setIsShown] = useState(isOpen);
  const { title, outcome, effort, isCounted, countsFrom, exemption } = check;
  const isToDo = outcome === 'fail' || outcome === 'unknown';
  return (
    <li className={styles.item}>
      <details
        open={isShown}
        onToggle={event => setIsShown(event.currentTarget.open)}
      >
        <summary className={styles.summary}>
          <RiArrowRightSLine
            size={16}
            aria-hidden="true"
            className={styles.arrow}
          />
          <span className={styles.title}>{title}</span>
          <span className={styles.facts}>
            {!isCounted && countsFrom && (
              <span>
                {t('checkItem.countsFrom', {
                  countsFrom: formatDay(countsFrom),
                })}
              </span>
            )}
            {exemption && (
              <span>
                {t('checkItem.until', { until: formatDate(exemption.until) })}
              </span>
            )}
            {isToDo && <span>{EFFORT_WORDS[effort]}</span>}
          </span>
          <OutcomeBadge outcome={outcome} />
        </summary>
        {isShown && (
          <Suspense fallback={<ViewSkeleton height={96} />}>
            <CheckDetails
              result={result}
              check={check}
              isListedAbove={isListedAbove}
            />
          </Suspense>
        )}
      </details>
    </li>
  );
}
