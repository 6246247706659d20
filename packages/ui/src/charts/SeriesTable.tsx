import { formatDateTime } from '../format/formatInstant';
import { formatNumber } from '@atrium/common';
import { t } from '../translation';
import type { SeriesChartProps } from './SeriesChartProps';
import { ScrollRegion } from '../layout/ScrollRegion';
import styles from './SeriesChart.module.css';

/** Nobody reads more; whoever wants all of it exports it. */
const MAX_ROWS = 200;

interface Line {
  key: string;
  at: string;
  what: string;
  note?: string;
}

/** The steps of a measurement and what happened meanwhile, newest first. */
export function SeriesTable(props: SeriesChartProps) {
  const { title, points, marks = [], bands = [], formatValue } = props;
  const lines: Line[] = [
    ...points.map(({ at, value, note }) => ({
      key: `point ${at}`,
      at,
      what:
        value === undefined ? t('seriesTable.notMeasured') : formatValue(value),
      note,
    })),
    ...marks.map(({ id, at, label }) => ({
      key: `mark ${id}`,
      at,
      what: label,
    })),
    ...bands
      // That something is missing stands in the lines of the points.
      .filter(({ kind }) => kind !== 'missing')
      .map(({ id, from, to, label }) => ({
        key: `band ${id}`,
        at: from,
        what: label,
        note: to
          ? t('seriesTable.until', { to: formatDateTime(to) })
          : t('seriesTable.goesOn'),
      })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <ScrollRegion
      label={t('seriesTable.asATable', { title })}
      className={styles.scroll}
    >
      <table className={styles.table} aria-label={title}>
        <tbody>
          {lines.slice(0, MAX_ROWS).map(({ key, at, what, note }) => (
            <tr key={key}>
              <th scope="row">{formatDateTime(at)}</th>
              <td>{what}</td>
              <td>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > MAX_ROWS && (
        <p className={styles.note}>
          {t('seriesTable.theNewestOf', {
            maxRows: MAX_ROWS,
            linesCount: formatNumber(lines.length),
          })}
        </p>
      )}
    </ScrollRegion>
  );
}
