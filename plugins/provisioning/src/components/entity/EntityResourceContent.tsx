import { useEntity } from '@backstage/plugin-catalog-react';
import { PROVISIONED_RESOURCE_ANNOTATION } from '@atrium/plugin-provisioning-common';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { ResourceView } from '../resource/ResourceView';

/** The tab of a Resource of the catalog that provisioning made. */
export function EntityResourceContent() {
  const { entity } = useEntity();
  useProvisioningSignals();
  const id = entity.metadata.annotations?.[PROVISIONED_RESOURCE_ANNOTATION];
  return id ? <ResourceView id={id} /> : null;
}
