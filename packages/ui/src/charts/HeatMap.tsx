import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { ScrollRegion } from '../layout/ScrollRegion';
import styles from './HeatMap.module.css';

/** One figure of a {@link HeatMap}. */
export interface HeatMapCell {
  /** What is written in it; the colour only helps to find it. */
  text: string;
  /** A colour, and underlined or bold; undefined where nothing was measured. */
  tone?: 'good' | 'warning' | 'bad';
  /** A color of its own instead of a tone, as CSS has it. */
  color?: string;
  /** The same in a sentence. */
  label: string;
  /** Where it leads. */
  href?: string;
}

/** One line of a {@link HeatMap}. */
export interface HeatMapLine {
  id: string;
  title: ReactNode;
  /** As many as there are columns. */
  cells: HeatMapCell[];
}

/** Props of {@link HeatMap}. */
export interface HeatMapProps {
  title: string;
  /** What the titles of the lines are. */
  lineTitle: string;
  columns: string[];
  lines: HeatMapLine[];
}

/** Figures of several things side by side over time, as a coloured table. */
export function HeatMap({ title, lineTitle, columns, lines }: HeatMapProps) {
  return (
    <ScrollRegion label={title} className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.title}>
              {lineTitle}
            </th>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, title: lineName, cells }) => (
            <tr key={id}>
              <th scope="row" className={styles.title}>
                {lineName}
              </th>
              {cells.map(({ text, tone, color, label, href }, index) => (
                <td
                  key={columns[index]}
                  data-tone={color ? 'own' : tone}
                  style={color ? tint(color) : undefined}
                  title={label}
                >
                  {href ? (
                    <Link href={href} aria-label={label} color="primary">
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** As weak as the tones, so that the text on it stays legible. */
function tint(color: string) {
  return { background: `color-mix(in srgb, ${color} 20%, transparent)` };
}
