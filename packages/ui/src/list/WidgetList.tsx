import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { RowsSkeleton } from '../states/ViewSkeleton';
import styles from './WidgetList.module.css';

/** Props of {@link WidgetList}. */
export interface WidgetListProps {
  /** `WidgetItem`s. */
  children: ReactNode;
}

/** A short list, as a widget of the home page has room for. */
export function WidgetList({ children }: WidgetListProps) {
  return <ul className={styles.list}>{children}</ul>;
}

/** Props of {@link WidgetItem}. */
export interface WidgetItemProps {
  /** What the item is about, mostly a link. */
  title: ReactNode;
  /** Beside the title, at the end of the line: a status, or when it was. */
  aside?: ReactNode;
  /** More about it, on a line of its own. */
  children?: ReactNode;
}

/** One thing of a {@link WidgetList}. */
export function WidgetItem({ title, aside, children }: WidgetItemProps) {
  return (
    <li className={styles.item}>
      <span className={styles.title}>{title}</span>
      {aside}
      {children && <span className={styles.detail}>{children}</span>}
    </li>
  );
}

/** Of a {@link WidgetItem} with a line below its title, in px. */
const ITEM_HEIGHT = 63;

/** The room of so many items while they are read; the card around them is there. */
export function WidgetSkeleton({ rows }: { rows: number }) {
  return <RowsSkeleton rows={rows} rowHeight={ITEM_HEIGHT} />;
}

/** A word or two of less weight, in a title or beside it. */
export function WidgetNote({ children }: { children: ReactNode }) {
  return <span className={styles.note}>{children}</span>;
}

/** Props of {@link WidgetLink}. */
export interface WidgetLinkProps {
  href: string;
  children: ReactNode;
}

/** Leads to the page that has the rest. */
export function WidgetLink({ href, children }: WidgetLinkProps) {
  return (
    <Link className={styles.more} href={href} standalone>
      {children}
    </Link>
  );
}
