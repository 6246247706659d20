import { type ComponentProps, lazy, Suspense } from 'react';

export { useEntity } from '@backstage/plugin-catalog-react';

const Dialog = lazy(() => import('./core/UnregisterEntityDialog'));

/** Only who unregisters an entity needs the dialog, which opens over the page. */
export function UnregisterEntityDialog(props: ComponentProps<typeof Dialog>) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
