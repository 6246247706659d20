import { RiAlertFill, RiCheckLine } from '@remixicon/react';
import type { OpenSloProblem } from '@atrium/plugin-slo-common';
import shared from '../../shared/shared.module.css';
import styles from './ProblemList.module.css';

/** What is wrong in the file, by line. */
export function ProblemList({ problems }: { problems: OpenSloProblem[] }) {
  const count = problems.length;
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
        {count === 0 && 'The file is valid'}
        {count === 1 && 'One thing is missing or wrong'}
        {count > 1 && `${count} things are missing or wrong`}
      </p>
      {count > 0 && (
        <ul className={styles.list}>
          {problems.map(({ line, column, message }) => (
            <li key={[line, column, message].join(' ')}>
              {line !== undefined && (
                <span className={styles.line}>Line {line}</span>
              )}{' '}
              <span className={shared.muted}>{message}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
