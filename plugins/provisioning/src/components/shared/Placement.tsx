import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { useTypes } from '../../hooks/useTypes';
import { t } from '../../translation';
import { typeTitle } from '../../words/typeTitle';

/** What kind of thing a resource is, where it is and for which components. */
export function Placement(props: {
  resource: Pick<ProvisionedResource, 'type' | 'environment' | 'entityRefs'>;
}) {
  const { type, environment, entityRefs } = props.resource;
  const title = typeTitle(useTypes(), type);
  return entityRefs.length === 0 ? (
    <>{t('placement.in', { title, environment })}</>
  ) : (
    t('placement.inFor', {
      title,
      environment,
      components: (
        <>
          {entityRefs.map((ref, index) => (
            <span key={ref}>
              {index > 0 && ', '}
              <EntityRefLink entityRef={ref} hideIcon />
            </span>
          ))}
        </>
      ),
    })
  );
}
