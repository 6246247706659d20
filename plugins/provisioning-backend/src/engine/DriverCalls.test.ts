import { mockServices } from '@backstage/backend-test-utils';
import { MemoryProvider } from '../__testUtils__/MemoryProvider';
import { DriverCalls } from './DriverCalls';
import type { StoredTarget } from './toTarget';

const target: StoredTarget = {
  resourceId: '00000000-0000-4000-8000-000000000001',
  providerName: 'ledger-00000000',
  type: 'postgres',
  labels: {
    name: 'ledger',
    ownerRef: 'group:default/team-payments',
    entityRef: undefined,
    environment: 'dev',
  },
  inputs: {},
  parameters: {},
  fingerprint: 'fingerprint-1',
  access: 'granted',
};

describe('DriverCalls', () => {
  it.each([
    ['as it is', `${'a'.repeat(998)}😀`, `${'a'.repeat(998)}😀`],
    // The 1000th and the 1001st unit are one character.
    ['before a character', `${'a'.repeat(999)}😀`, 'a'.repeat(999)],
    ['where it is too long', 'a'.repeat(1001), 'a'.repeat(1000)],
  ])('hands on what a provider says %s', async (_, said, message) => {
    const driver = new MemoryProvider();
    driver.observe = async () => {
      throw new Error(said);
    };
    const calls = new DriverCalls({
      installationId: '20000000-0000-4000-8000-000000000001',
      logger: mockServices.logger.mock(),
    });
    expect(
      await calls.look(target, {
        driver,
        idempotencyKey: 'key',
        stop: new AbortController().signal,
        progress: () => {},
      }),
    ).toEqual({ status: 'unreachable', message });
  });
});
