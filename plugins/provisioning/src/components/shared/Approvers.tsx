import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who may agree, by name. */
export function Approvers({ refs }: { refs: readonly string[] }) {
  return (
    <>
      {refs.map((ref, index) => (
        <span key={ref}>
          {index > 0 && ' or '}
          <EntityRefLink entityRef={ref} hideIcon />
        </span>
      ))}
    </>
  );
}
