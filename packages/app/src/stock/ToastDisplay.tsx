import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria/I18nProvider';
import { getLocale } from '@atrium/common';
import { whenIdle } from './whenIdle';

interface ToastDisplayProps {
  transientTimeoutMs?: number;
}

const Toasts = lazy(async () => {
  await whenIdle();
  const { ToastDisplay: StockToasts } = await import('stock-toast-display');
  return { default: StockToasts };
});

/**
 * The stock toasts, which bring a library for motion along. Those that were sent
 * before they are loaded are shown then. They stand beside the app, and so outside of
 * its language.
 */
export function ToastDisplay(props: ToastDisplayProps) {
  return (
    <I18nProvider locale={getLocale().dates}>
      <Suspense fallback={null}>
        <Toasts {...props} />
      </Suspense>
    </I18nProvider>
  );
}
