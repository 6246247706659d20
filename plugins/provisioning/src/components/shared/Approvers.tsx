import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { t } from '../../translation';

/** Who may agree, by name. */
export function Approvers({ refs }: { refs: readonly string[] }) {
  return (
    <>
      {refs.map((ref, index) => (
        <span key={ref}>
          {index > 0 && ` ${t('approvers.or')} `}
          <EntityRefLink entityRef={ref} hideIcon />
        </span>
      ))}
    </>
  );
}
