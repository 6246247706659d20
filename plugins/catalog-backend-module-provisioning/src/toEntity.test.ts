import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import { isInCatalog } from './toEntity';

describe('isInCatalog', () => {
  it.each<[ProvisionedResource['state'], isSeen: boolean, expected: boolean]>([
    ['requested', false, false],
    ['awaiting-approval', false, false],
    ['approved', false, false],
    ['creating', false, false],
    ['ready', true, true],
    ['updating', true, true],
    ['rotating', true, true],
    ['expiring', true, true],
    ['deleting', true, true],
    ['deleted', false, false],
    ['withdrawn', false, false],
    // Whether it was ever made, tells what was seen of it.
    ['failed', false, false],
    ['failed', true, true],
    ['needs-attention', true, true],
    ['needs-attention', false, false],
  ])('%s, seen at the provider: %s', (state, isSeen, expected) => {
    const resource = {
      state,
      health: isSeen ? { status: 'ok' as const } : undefined,
    } as ProvisionedResource;
    expect(isInCatalog(resource)).toBe(expected);
  });
});
