import { redactObject } from './redactObject';

describe('redactObject', () => {
  it('hides literal values and keeps references', () => {
    const container = {
      name: 'app',
      args: ['--port=80'],
      env: [
        { name: 'DB_PASSWORD', value: 'hunter2' },
        { name: 'EMPTY' },
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      ],
    };
    const deployment = {
      metadata: {
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{"a":"hunter2"}',
          'acme.example/team': 'payments',
        },
      },
      spec: {
        template: {
          spec: { containers: [container], initContainers: [container] },
        },
      },
    };

    const redacted = redactObject(deployment);

    expect(JSON.stringify(redacted)).not.toContain('hunter2');
    const expected = {
      name: 'app',
      args: ['--port=80'],
      env: [
        { name: 'DB_PASSWORD', value: '***' },
        { name: 'EMPTY' },
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      ],
    };
    expect(redacted).toEqual({
      metadata: { annotations: { 'acme.example/team': 'payments' } },
      spec: {
        template: {
          spec: { containers: [expected], initContainers: [expected] },
        },
      },
    });
    expect(container.env[0].value).toBe('hunter2');
  });

  it.each([
    ['Application', { source: { helm: { values: 'hunter2' } } }],
    ['HelmRelease', { values: { password: 'hunter2' } }],
    ['Kustomization', { postBuild: { substitute: { KEY: 'hunter2' } } }],
    ['Rollout', { template: { env: [{ name: 'KEY', value: 'hunter2' }] } }],
  ])('hides values in a %s', (kind, spec) => {
    const redacted = redactObject({
      kind,
      spec,
      status: { history: [spec] },
    });

    expect(JSON.stringify(redacted)).not.toContain('hunter2');
    expect(redacted).toMatchObject({ kind, status: { history: [{}] } });
  });

  it('leaves values of selectors, and objects named as prototypes, alone', () => {
    const object = {
      kind: 'constructor',
      spec: { matchExpressions: [{ key: 'app', values: ['web'] }] },
    };

    expect(redactObject(object)).toEqual(object);
  });

  it('writes numeric quantities as strings', () => {
    const pod = {
      spec: {
        containers: [
          { resources: { requests: { cpu: 1 }, limits: { memory: '1Gi' } } },
        ],
      },
      status: { capacity: { storage: 1024 } },
    };

    expect(redactObject(pod)).toEqual({
      spec: {
        containers: [
          { resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } } },
        ],
      },
      status: { capacity: { storage: '1024' } },
    });
  });
});
