import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';

/** A link to another web page; its text alone where there is no address. */
export function SafeLink(props: { href?: string; children: ReactNode }) {
  const { href, children } = props;
  // Addresses come from files and events: nothing but a web page is opened.
  return href && /^https?:\/\//.test(href) ? (
    <Link href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}
