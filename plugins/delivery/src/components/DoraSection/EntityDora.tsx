import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { DoraSection } from './DoraSection';

/** The metrics of a team, a system or a domain: of all its components. */
export function EntityDora() {
  const { entity } = useEntity();
  useDeliverySignals();
  return <DoraSection entityRef={stringifyEntityRef(entity)} />;
}
