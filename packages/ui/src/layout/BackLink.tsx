import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import styles from './BackLink.module.css';

/** Props of {@link BackLink}. */
export interface BackLinkProps {
  href: string;
  children: ReactNode;
}

/** The way up from a page; not on paper. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <Link href={href} className={styles.back}>
      <RiArrowLeftLine size={16} aria-hidden="true" />
      {children}
    </Link>
  );
}
