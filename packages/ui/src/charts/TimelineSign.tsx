import type { StackedEventShape } from './StackedPoint';
import styles from './EventTimeline.module.css';

/** The sign of something that happened, told apart by its shape. */
export function TimelineSign({ shape }: { shape: StackedEventShape | 'span' }) {
  if (shape === 'span') {
    return <span className={styles.spanSign} aria-hidden="true" />;
  }
  return (
    <svg
      className={styles.sign}
      data-shape={shape}
      viewBox="0 0 12 12"
      width={12}
      height={12}
      aria-hidden="true"
    >
      {shape === 'done' && <circle cx={6} cy={6} r={4} />}
      {shape === 'failed' && <path d="M2.5 2.5l7 7m0-7l-7 7" />}
      {shape === 'trouble' && <path d="M6 1l5 5-5 5-5-5z" />}
      {shape === 'unusual' && <path d="M6 1.5l5 9H1z" />}
      {shape === 'undone' && <path d="M9.5 1.5v9L2 6z" />}
    </svg>
  );
}
