import { metadataSchema } from './metadata';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function appliedBy(fields: object) {
  return metadataSchema.parse({ name: 'web', ...fields }).appliedApiVersion;
}

describe('metadataSchema', () => {
  const managedFields = [
    {
      manager: 'helm',
      apiVersion: 'batch/v1beta1',
      time: '2024-01-01T00:00:00Z',
    },
    { manager: 'flux', apiVersion: 'batch/v1', time: '2026-01-01T00:00:00Z' },
    {
      manager: 'kube-controller-manager',
      apiVersion: 'batch/v1beta2',
      time: '2026-11-01T00:00:00Z',
    },
    {
      manager: 'other',
      subresource: 'status',
      apiVersion: 'batch/v1beta3',
      time: '2026-11-01T00:00:00Z',
    },
  ];

  it('knows by which version an object was applied', () => {
    const annotations = {
      [LAST_APPLIED]: JSON.stringify({ apiVersion: 'apps/v1beta2' }),
    };
    expect(appliedBy({ annotations, managedFields })).toBe('apps/v1beta2');
    expect(appliedBy({ managedFields })).toBe('batch/v1');
    expect(appliedBy({ annotations: { [LAST_APPLIED]: 'no JSON' } })).toBe(
      undefined,
    );
    expect(appliedBy({})).toBeUndefined();
  });

  it('leaves behind what is large', () => {
    const metadata = metadataSchema.parse({
      name: 'web',
      labels: null,
      annotations: { [LAST_APPLIED]: '{}', kept: 'yes' },
      managedFields,
    });

    expect(metadata).toMatchObject({
      labels: {},
      annotations: { kept: 'yes' },
    });
    expect(metadata).not.toHaveProperty('managedFields');
    expect(metadata.annotations).not.toHaveProperty(LAST_APPLIED);
  });
});
