import { forwardRef, type ReactNode } from 'react';

/** Props of {@link ScrollRegion}. */
export interface ScrollRegionProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/** What is wider or longer than its place, and scrolls by keyboard too. */
export const ScrollRegion = forwardRef<HTMLDivElement, ScrollRegionProps>(
  ({ label, className, children }, ref) => (
    <div
      ref={ref}
      className={className}
      role="region"
      aria-label={label}
      // The rule knows nothing of scrolling, which needs the focus (WCAG 2.1.1).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </div>
  ),
);
