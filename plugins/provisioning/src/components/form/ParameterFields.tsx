import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { ParameterFieldsProps } from './ParameterFieldsProps';

// Draws forms by JSON Schema, for which those who only look have no use.
const ParameterForm = lazy(() =>
  import('./ParameterForm').then(m => ({ default: m.ParameterForm })),
);

/** The parameters of a resource, as its type describes them. */
export function ParameterFields(props: ParameterFieldsProps) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={64} />}>
      <ParameterForm {...props} />
    </Suspense>
  );
}
