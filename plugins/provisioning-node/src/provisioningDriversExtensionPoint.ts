import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ResourceDriver } from './ResourceDriver';

/** Adds drivers to provisioning. */
export interface ProvisioningDriversExtensionPoint {
  /** @throws Error when there is a driver of that id already. */
  addDriver(driver: ResourceDriver): void;
}

/** Adds drivers to provisioning. */
export const provisioningDriversExtensionPoint =
  createExtensionPoint<ProvisioningDriversExtensionPoint>({
    id: 'provisioning.drivers',
  });
