import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import { t } from '../translation';
import type { SeriesChartProps } from './SeriesChartProps';
import { SeriesTable } from './SeriesTable';
import { TimelineSign } from './TimelineSign';
import styles from './SeriesChart.module.css';

const SeriesPlot = lazy(() =>
  import('./SeriesPlot').then(m => ({ default: m.SeriesPlot })),
);

const HEIGHT = 220;

/**
 * A measurement over time against a level, with what happened meanwhile, or the
 * table behind it.
 */
export function SeriesChart(props: SeriesChartProps) {
  const { title, marks = [], bands = [], legend = {} } = props;
  const [isTable, setIsTable] = useState(false);
  const kinds = new Set<string>([
    ...marks.map(({ shape }) => shape),
    ...bands.map(({ kind }) => kind),
  ]);
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <ul className={styles.legend} aria-label={t('seriesChart.legend')}>
          {(['done', 'failed', 'undone'] as const).map(
            shape =>
              kinds.has(shape) &&
              legend[shape] && (
                <li key={shape} className={styles.meaning}>
                  <TimelineSign shape={shape} />
                  {legend[shape]}
                </li>
              ),
          )}
          {(['trouble', 'missing', 'excluded'] as const).map(
            kind =>
              kinds.has(kind) &&
              legend[kind] && (
                <li key={kind} className={styles.meaning}>
                  <span
                    className={styles.bandSign}
                    data-kind={kind}
                    aria-hidden="true"
                  />
                  {legend[kind]}
                </li>
              ),
          )}
        </ul>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setIsTable(!isTable)}
        >
          {isTable
            ? t('seriesChart.showAsChart')
            : t('seriesChart.showAsTable')}
        </Button>
      </figcaption>
      {isTable ? (
        <SeriesTable {...props} />
      ) : (
        // What is drawn says nothing to a screen reader; the table does.
        <div aria-hidden="true" className={styles.plot}>
          <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
            <SeriesPlot
              {...props}
              marks={marks}
              bands={bands}
              formatTick={props.formatTick ?? props.formatValue}
              height={HEIGHT}
            />
          </Suspense>
        </div>
      )}
    </figure>
  );
}
