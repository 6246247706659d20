import { lazy, Suspense } from 'react';
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
 * before they are loaded are shown then.
 */
export function ToastDisplay(props: ToastDisplayProps) {
  return (
    <Suspense fallback={null}>
      <Toasts {...props} />
    </Suspense>
  );
}
