import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';

/** A link where there is an address, else its text. */
export function MaybeLink(props: { href?: string; children: ReactNode }) {
  const { href, children } = props;
  // Addresses come with events: nothing but a web page is opened.
  return href && /^https?:\/\//.test(href) ? (
    <Link href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}
