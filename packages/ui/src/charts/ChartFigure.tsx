import { type ReactNode, Suspense, useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { t } from '../translation';
import { type ChartMeaning, toBackground } from './ChartMeaning';
import type { StackedEventShape } from './StackedPoint';
import { TimelineSign } from './TimelineSign';
import styles from './ChartFigure.module.css';

/** Props of {@link ChartFigure}. */
export interface ChartFigureProps {
  title: string;
  legend?: readonly ChartMeaning[];
  /** What signs mean, after the colours. */
  signs?: readonly { shape: StackedEventShape; label: string }[];
  /** Of the drawing, in pixels. */
  height: number;
  /** The drawing; what is loaded lazily fits. */
  plot: ReactNode;
  /** The same for who cannot see it, and for who wants the figures. */
  table: ReactNode;
}

/** With more than this, what colours mean stands below the title, not beside it. */
const FEW_MEANINGS = 5;

/** A chart with its title, what its colours mean, and the table behind it. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, legend = [], signs = [], height, plot, table } = props;
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <span>{title}</span>
        {legend.length + signs.length > 0 && (
          <ul
            className={styles.legend}
            data-long={legend.length + signs.length > FEW_MEANINGS}
            aria-label={t('chartFigure.legend')}
          >
            {legend.map(({ id, label, ...look }) => (
              <li key={id} className={styles.meaning}>
                <span
                  className={styles.sign}
                  style={{ background: toBackground(look) }}
                  aria-hidden="true"
                />
                {label}
              </li>
            ))}
            {signs.map(({ shape, label }) => (
              <li key={shape} className={styles.meaning}>
                <TimelineSign shape={shape} />
                {label}
              </li>
            ))}
          </ul>
        )}
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setIsTable(!isTable)}
        >
          {isTable
            ? t('chartFigure.showAsChart')
            : t('chartFigure.showAsTable')}
        </Button>
      </figcaption>
      {isTable ? (
        table
      ) : (
        // What is drawn says nothing to a screen reader; the table does.
        <div className={styles.plot} style={{ height }} aria-hidden="true">
          <Suspense fallback={<Skeleton width="100%" height={height} />}>
            {plot}
          </Suspense>
        </div>
      )}
    </figure>
  );
}
