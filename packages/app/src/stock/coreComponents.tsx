import { lazy, Suspense } from 'react';
import { whenIdle } from './whenIdle';

/**
 * What the stock frame takes from `@backstage/core-components`. Most of it is
 * replaced by ours or is shown when something fails, so it is loaded when it is
 * shown: each from a module of its own, since what is imported as a whole is loaded
 * as a whole. See bundler/extendConfig.cjs.
 */
export { Progress } from '@backstage/core-components';

const Dialog = lazy(async () => {
  await whenIdle();
  return import('./core/OAuthRequestDialog');
});

/** Beside the pages, which are not to wait for it. */
export function OAuthRequestDialog() {
  return (
    <Suspense fallback={null}>
      <Dialog />
    </Suspense>
  );
}

export const ErrorPage = lazy(() => import('./core/ErrorPage'));
export const ErrorPanel = lazy(() => import('./core/ErrorPanel'));
export const InfoCard = lazy(() => import('./core/InfoCard'));
export const Sidebar = lazy(() => import('./core/Sidebar'));
export const SidebarItem = lazy(() => import('./core/SidebarItem'));
export const SidebarPage = lazy(() => import('./core/SidebarPage'));
