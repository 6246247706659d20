import { LoadingState } from '@atrium/ui';
import { Skeleton } from '@backstage/ui';
import styles from './PageSkeleton.module.css';

/** How long the lines of a paragraph are, and those of a list of pages. */
const LINES = ['100%', '96%', '99%', '62%'];
const ENTRIES = ['70%', '85%', '60%', '75%'];
const PARAGRAPHS = [0, 1, 2];

/** A page of documentation between the list of pages and its contents. */
export function PageSkeleton() {
  return (
    <LoadingState>
      <div className={styles.page}>
        <Lines widths={ENTRIES} className={styles.entries} />
        <div className={styles.text}>
          <Skeleton width="48%" height={28} />
          {PARAGRAPHS.map(paragraph => (
            <Lines key={paragraph} widths={LINES} className={styles.lines} />
          ))}
        </div>
        <Lines widths={ENTRIES} className={styles.entries} />
      </div>
    </LoadingState>
  );
}

function Lines(props: { widths: string[]; className: string }) {
  return (
    <div className={props.className}>
      {props.widths.map(width => (
        <Skeleton key={width} width={width} height={12} />
      ))}
    </div>
  );
}
