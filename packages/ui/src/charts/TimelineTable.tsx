import { formatNumber } from '@atrium/common';
import { t } from '../translation';
import { describeTime, type TimelineItem } from './timelineItems';
import type { TimelineRow, TimelineShape } from './TimelineRow';
import { TimelineSign } from './TimelineSign';
import styles from './EventTimeline.module.css';

/** Nobody reads more; whoever wants all of it exports it. */
const MAX_ROWS = 200;

/** Props of {@link TimelineTable}. */
export interface TimelineTableProps {
  title: string;
  rows: TimelineRow[];
  items: TimelineItem[];
  legend: Partial<Record<TimelineShape | 'span', string>>;
}

/** The events of a timeline as a table, newest first. */
export function TimelineTable(props: TimelineTableProps) {
  const { title, rows, items, legend } = props;
  const titles = new Map(rows.map(row => [row.id, row.title]));
  const newest = [...items]
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from))
    .slice(0, MAX_ROWS);
  return (
    <>
      <table className={styles.table} aria-label={title}>
        <tbody>
          {newest.map(item => (
            <tr key={`${item.rowId} ${item.shape} ${item.id}`}>
              <th scope="row">{titles.get(item.rowId)}</th>
              <td>
                <span className={styles.meaning}>
                  <TimelineSign shape={item.shape} />
                  {legend[item.shape]}
                </span>
              </td>
              <td>{item.label}</td>
              <td>{describeTime(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > MAX_ROWS && (
        <p className={styles.note}>
          {t('timelineTable.theNewestOf', {
            maxRows: MAX_ROWS,
            itemsCount: formatNumber(items.length),
          })}
        </p>
      )}
    </>
  );
}
