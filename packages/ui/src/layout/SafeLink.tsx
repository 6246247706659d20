import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';

/** Props of {@link SafeLink}. */
export interface SafeLinkProps {
  href?: string;
  children: ReactNode;
}

/**
 * A link to another web page; its text alone where there is no address, or one
 * that leads to no web page: addresses come from files, events and clusters.
 */
export function SafeLink({ href, children }: SafeLinkProps) {
  return href && /^https?:\/\//.test(href) ? (
    <Link href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}
