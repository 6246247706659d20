import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';

/** Props of {@link PageRoutes}. */
export interface PageRoutesProps {
  /** One `Route` for each address. */
  children: ReactNode;
}

/** What stands at the addresses of a page; all others say that there is nothing. */
export function PageRoutes({ children }: PageRoutesProps) {
  return (
    <Routes>
      {children}
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
