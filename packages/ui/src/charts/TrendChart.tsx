import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton } from '@backstage/ui';
import type { TrendKind, TrendPoint } from './TrendPoint';
import styles from './TrendChart.module.css';

const TrendPlot = lazy(() =>
  import('./TrendPlot').then(m => ({ default: m.TrendPlot })),
);

const HEIGHT = 160;

/** Props of {@link TrendChart}. */
export interface TrendChartProps {
  /** What is drawn: the name of the figure. */
  title: string;
  points: TrendPoint[];
  /** Default: bars. */
  kind?: TrendKind;
  formatValue(value: number): string;
  /** Shorter, for the axis. Default: formatValue. */
  formatTick?(value: number): string;
}

/** How a figure went over time, as a quiet chart or as the table behind it. */
export function TrendChart(props: TrendChartProps) {
  const { title, points, kind = 'bars', formatValue } = props;
  const { formatTick = formatValue } = props;
  const [isTable, setIsTable] = useState(false);
  const plot = { points, kind, formatValue, formatTick, height: HEIGHT };
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{title}</span>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setIsTable(!isTable)}
        >
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </figcaption>
      {isTable ? (
        <TrendTable title={title} points={points} formatValue={formatValue} />
      ) : (
        // What is drawn says nothing to a screen reader; the table does.
        <div aria-hidden="true" className={styles.plot}>
          <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
            <TrendPlot {...plot} />
          </Suspense>
        </div>
      )}
    </figure>
  );
}

function TrendTable(
  props: Pick<TrendChartProps, 'title' | 'points' | 'formatValue'>,
) {
  const { title, points, formatValue } = props;
  return (
    <table className={styles.table} aria-label={title}>
      <tbody>
        {points.map(({ label, value, note }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value === undefined ? 'Not measured' : formatValue(value)}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
