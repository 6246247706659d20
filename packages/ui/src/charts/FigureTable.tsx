import type { ReactNode } from 'react';
import { ScrollRegion } from '../layout/ScrollRegion';
import { t } from '../translation';
import styles from './FigureTable.module.css';

/** Props of {@link FigureTable}. */
export interface FigureTableProps {
  title: string;
  /** The headings of the columns after the first. Default: none are shown. */
  columns?: readonly string[];
  rows: readonly { label: string; cells: readonly ReactNode[] }[];
}

/** The figures behind a chart. */
export function FigureTable({ title, columns, rows }: FigureTableProps) {
  return (
    <ScrollRegion
      label={t('figureTable.table', { title })}
      className={styles.scroll}
    >
      <table className={styles.table} aria-label={title}>
        {columns && (
          <thead>
            <tr>
              <td />
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                // What is in a row stays in its place.
                <td key={columns?.[index] ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
