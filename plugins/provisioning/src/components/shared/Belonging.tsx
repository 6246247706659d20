import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { textStyles } from '@atrium/ui';

/** Which components a resource is for, and whose it is. */
export function Belonging(props: {
  resource: Pick<ProvisionedResource, 'entityRefs' | 'ownerRef'>;
}) {
  const { entityRefs, ownerRef } = props.resource;
  return (
    <>
      {entityRefs.map(ref => (
        <div key={ref} className={textStyles.nowrap}>
          <EntityRefLink entityRef={ref} hideIcon />
        </div>
      ))}
      <div className={textStyles.muted}>
        <EntityRefLink entityRef={ownerRef} hideIcon />
      </div>
    </>
  );
}
