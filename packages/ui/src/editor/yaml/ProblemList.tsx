import { RiAlertFill, RiCheckLine } from '@remixicon/react';
import type { ChangeProblems, TextProblem } from '@atrium/common';
import { t } from '../../translation';
import textStyles from '../../layout/text.module.css';
import styles from './ProblemList.module.css';

/** Props of {@link ProblemList}. */
export interface ProblemListProps {
  problems: ChangeProblems;
  /** Shows a problem in the file. */
  onOpen(problem: TextProblem): void;
}

/** What is wrong in the file, by line. */
export function ProblemList({ problems, onOpen }: ProblemListProps) {
  const { own, earlier } = problems;
  const count = own.length;
  return (
    <div className={styles.problems}>
      <p
        role="status"
        className={styles.summary}
        data-status={count > 0 ? 'bad' : 'good'}
      >
        {count > 0 ? (
          <RiAlertFill size={16} aria-hidden="true" />
        ) : (
          <RiCheckLine size={16} aria-hidden="true" />
        )}
        {count === 0 &&
          (earlier.length > 0
            ? t('problemList.theChangeIsValid')
            : t('problemList.theFileIsValid'))}
        {count > 0 && t('problemList.problems', { count })}
      </p>
      <Lines problems={own} onOpen={onOpen} />
      {earlier.length > 0 && (
        <>
          <p className={textStyles.muted}>
            {t('problemList.wrongBeforeInWhatYou')}
          </p>
          <Lines problems={earlier} onOpen={onOpen} />
        </>
      )}
    </div>
  );
}

function Lines(props: {
  problems: TextProblem[];
  onOpen: ProblemListProps['onOpen'];
}) {
  const { problems, onOpen } = props;
  return problems.length === 0 ? null : (
    <ul className={styles.list}>
      {problems.map(problem => {
        const { line, column, message } = problem;
        return (
          <li key={[line, column, message].join(' ')}>
            {line !== undefined && (
              <button
                type="button"
                className={styles.line}
                onClick={() => onOpen(problem)}
              >
                {t('problemList.line', { line })}
              </button>
            )}{' '}
            <span className={textStyles.muted}>{message}</span>
          </li>
        );
      })}
    </ul>
  );
}
