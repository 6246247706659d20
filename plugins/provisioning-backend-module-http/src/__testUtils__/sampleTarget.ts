import type {
  DriverContext,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import { mockServices } from '@backstage/backend-test-utils';

export const sampleTarget: ResourceTarget = {
  resourceId: '0b7cbb0e-33a7-4dd5-8d0c-63e5a2a8f7a1',
  installationId: 'acme',
  providerName: 'receipts-0b7cbb0e',
  type: 'bucket',
  labels: {
    name: 'receipts',
    ownerRef: 'group:default/payments',
    environment: 'dev',
  },
  inputs: { automation: 'terraform', values: { region: 'eu-central-1' } },
  parameters: { isVersioned: true },
  fingerprint: 'made-as-asked',
  access: 'granted',
};

/** What a driver is given for one call. */
export function createContext(): DriverContext {
  return {
    signal: AbortSignal.timeout(30_000),
    idempotencyKey: 'step-1',
    progress: () => undefined,
    logger: mockServices.logger.mock(),
  };
}
