import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ResourceDriver } from './ResourceDriver';

/** Adds drivers to provisioning, and wakes it. */
export interface ProvisioningDriversExtensionPoint {
  /** @throws Error when there is a driver of that id already. */
  addDriver(driver: ResourceDriver): void;
  /**
   * Has the engine look at a resource now, instead of when it would have: for
   * providers that say when they are done. What they say is not taken for true,
   * and of a resource that is not there nothing happens.
   */
  wake(resourceId: string): Promise<void>;
}

/** Adds drivers to provisioning. */
export const provisioningDriversExtensionPoint =
  createExtensionPoint<ProvisioningDriversExtensionPoint>({
    id: 'provisioning.drivers',
  });
