import type { ReactNode } from 'react';
import { LayoutSkeleton } from './LayoutSkeleton';

/** Props of {@link AppOpening}. */
export interface AppOpeningProps {
  /** Absent until it is known what the person who signed in may see. */
  children?: ReactNode;
}

/** The app, and its frame until there is one. */
export function AppOpening({ children }: AppOpeningProps) {
  return <>{children ?? <LayoutSkeleton />}</>;
}
