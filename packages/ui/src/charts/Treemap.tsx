import { useEffect, useRef, useState } from 'react';
import { Link } from '@backstage/ui';
import { toCssPercent } from '../format/toCssPercent';
import { toBackground } from './ChartMeaning';
import { squarify } from './squarify';
import styles from './Treemap.module.css';

const HEIGHT = 300;
const START_WIDTH = 960;

/** One tile of a {@link Treemap}. */
export interface TreemapItem {
  id: string;
  title: string;
  /** Its size; what is not above zero has no tile. */
  value: number;
  /** The value, formatted, and what else is worth saying: `€1,240 · 12%`. */
  text: string;
  color: string;
  isHatched?: boolean;
  /** Where more about it is. */
  href?: string;
}

/** Props of {@link Treemap}. */
export interface TreemapProps {
  title: string;
  items: readonly TreemapItem[];
}

/**
 * What a sum is made of, as areas. It has no table of its own: put it above the
 * table with the same figures, where what is too small for words can be read.
 */
export function Treemap({ title, items }: TreemapProps) {
  const { ref, width } = useWidth();
  const shown = items
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const tiles = squarify(
    shown.map(({ value }) => value),
    { width, height: HEIGHT },
  );
  return (
    <ul
      ref={ref}
      className={styles.map}
      style={{ height: HEIGHT }}
      aria-label={title}
    >
      {shown.map((item, index) => {
        const { x, y, width: across, height: down } = tiles[index];
        const words = (
          <span className={styles.words} data-room={roomFor(across, down)}>
            <span className={styles.title}>{item.title}</span>
            <span className={styles.text}>{item.text}</span>
          </span>
        );
        return (
          <li
            key={item.id}
            className={styles.tile}
            title={`${item.title}: ${item.text}`}
            style={{
              left: toCssPercent(x / width),
              top: y,
              width: toCssPercent(across / width),
              height: down,
            }}
          >
            <span
              className={styles.colour}
              data-hatched={item.isHatched}
              style={{ background: toBackground(item) }}
              aria-hidden="true"
            />
            {item.href ? (
              <Link href={item.href} className={styles.link}>
                {words}
              </Link>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}

function roomFor(width: number, height: number): 'none' | 'title' | 'both' {
  if (width < 56 || height < 28) {
    return 'none';
  }
  return height < 52 || width < 104 ? 'title' : 'both';
}

/** How wide an element is, in pixels, as long as it is there. */
function useWidth() {
  const ref = useRef<HTMLUListElement>(null);
  const [width, setWidth] = useState(START_WIDTH);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(1, entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
