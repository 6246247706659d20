import { parseScore } from '@atrium/plugin-provisioning-common';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { renderWorkload, type RenderWorkloadOptions } from './renderWorkload';

function render(text: string, options: Partial<RenderWorkloadOptions> = {}) {
  const { workload, problems } = parseScore(text);
  expect(problems).toEqual([]);
  if (!workload) {
    throw new Error('no workload');
  }
  return renderWorkload(workload, { outputs: new Map(), ...options });
}

/** The pod of a workload whose only container has some fields. */
function podOf(text: string, options: Partial<RenderWorkloadOptions> = {}) {
  const { manifests, ...others } = render(
    `apiVersion: score.dev/v1b1
metadata: { name: example }
${text}`,
    options,
  );
  const deployment = manifests.find(({ kind }) => kind === 'Deployment');
  return { deployment, manifests, ...others };
}

const hash = (text: string) =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

describe('renderWorkload', () => {
  // TestMassive of score-k8s (internal/convert/workloads_test.go). Ours differs
  // in the labels, in that each file is mounted by itself (a projected volume at
  // `/` would hide all else), and in what is empty.
  it('renders what score-k8s has as its large example', () => {
    const { manifests, issues } = render(
      `apiVersion: score.dev/v1b1
metadata:
  name: example
  annotations: { my.custom.scope/annotation: value }
  thing: other
containers:
  c1:
    image: my-image
    command: [do, thing]
    args: [with, '\${args}']
    variables:
      VAR: RAW
      VAR2: ''
      VAR3: \${metadata.name}
      VAR4: \${metadata.thing}
      VAR5: \${resources.foo.key}
    files:
      /root.md: { content: 'my-content \${metadata.name}' }
      /binary: { binaryContent: aGVsbG8gJHttZXRhZGF0YS5uYW1lfSB3b3JsZA== }
    livenessProbe: { exec: { command: [echo, 'true'] } }
    readinessProbe:
      httpGet: { scheme: HTTPS, host: 127.0.0.1, port: 3001, path: / }
    resources:
      requests: { cpu: 999m }
      limits: { memory: 10Mi }
    volumes:
      /mount/thing: { source: '\${resources.vol}' }
  c2: { image: other-image }
service:
  ports:
    web: { port: 80, targetPort: 8080, protocol: UDP }
resources:
  foo: { type: thing, id: shared }
  vol: { type: volume }
`,
      { outputs: new Map([['foo', { values: { key: 'xxx' } }]]) },
    );
    const labels = {
      'app.kubernetes.io/name': 'example',
      'app.kubernetes.io/managed-by': 'atrium',
    };
    const selector = { 'app.kubernetes.io/name': 'example' };

    expect(issues).toEqual([]);
    expect(manifests).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'example-c1-file-d0e9aff012' },
        binaryData: { file: 'aGVsbG8gJHttZXRhZGF0YS5uYW1lfSB3b3JsZA==' },
      },
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'example-c1-file-7a1ae64977' },
        data: { file: 'my-content example' },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'example', labels },
        spec: {
          selector,
          ports: [{ name: 'web', port: 80, protocol: 'UDP', targetPort: 8080 }],
        },
      },
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'example', labels },
        spec: {
          selector: { matchLabels: selector },
          template: {
            metadata: {
              labels,
              annotations: {
                'my.custom.scope/annotation': 'value',
                'atrium.dev/files-hash':
                  expect.stringMatching(/^[0-9a-f]{10}$/),
              },
            },
            spec: {
              containers: [
                {
                  name: 'c1',
                  image: 'my-image',
                  command: ['do', 'thing'],
                  args: ['with', '${args}'],
                  env: [
                    { name: 'VAR', value: 'RAW' },
                    { name: 'VAR2', value: '' },
                    { name: 'VAR3', value: 'example' },
                    { name: 'VAR4', value: 'other' },
                    { name: 'VAR5', value: 'xxx' },
                  ],
                  resources: {
                    requests: { cpu: '999m' },
                    limits: { memory: '10Mi' },
                  },
                  volumeMounts: [
                    {
                      name: `vol-${hash('${resources.vol}')}`,
                      mountPath: '/mount/thing',
                    },
                    {
                      name: 'example-c1-file-d0e9aff012',
                      mountPath: '/binary',
                      subPath: 'binary',
                      readOnly: true,
                    },
                    {
                      name: 'example-c1-file-7a1ae64977',
                      mountPath: '/root.md',
                      subPath: 'root.md',
                      readOnly: true,
                    },
                  ],
                  livenessProbe: { exec: { command: ['echo', 'true'] } },
                  readinessProbe: {
                    httpGet: {
                      scheme: 'HTTPS',
                      host: '127.0.0.1',
                      port: 3001,
                      path: '/',
                    },
                  },
                },
                { name: 'c2', image: 'other-image' },
              ],
              volumes: [
                { name: `vol-${hash('${resources.vol}')}`, emptyDir: {} },
                {
                  name: 'example-c1-file-d0e9aff012',
                  configMap: {
                    name: 'example-c1-file-d0e9aff012',
                    items: [{ key: 'file', path: 'binary' }],
                  },
                },
                {
                  name: 'example-c1-file-7a1ae64977',
                  configMap: {
                    name: 'example-c1-file-7a1ae64977',
                    items: [{ key: 'file', path: 'root.md' }],
                  },
                },
              ],
            },
          },
        },
      },
    ]);
  });

  // TestConvertWorkload_MixedBefore of score-k8s.
  it('starts containers in the order that they ask for', () => {
    const { deployment } = podOf(`
containers:
  app: { image: my-app }
  check:
    image: check
    before: { app: { ready: healthy } }
    readinessProbe: { httpGet: { port: 80, path: /ready } }
  migrate:
    image: my-app
    before: { app: { ready: complete }, check: { ready: complete } }
  sidecar:
    image: sidecar
    before: { migrate: { ready: started } }
`);
    const probe = { httpGet: { port: 80, path: '/ready' } };
    expect(deployment).toMatchObject({
      spec: {
        template: {
          spec: {
            initContainers: [
              { name: 'sidecar', image: 'sidecar', restartPolicy: 'Always' },
              { name: 'migrate', image: 'my-app' },
              {
                name: 'check',
                image: 'check',
                restartPolicy: 'Always',
                startupProbe: probe,
                readinessProbe: probe,
              },
            ],
            containers: [{ name: 'app', image: 'my-app' }],
          },
        },
      },
    });
    expect(JSON.stringify(deployment)).not.toContain(
      '"name":"migrate","image":"my-app","restartPolicy"',
    );
  });

  it('names secrets and holds none', () => {
    const { deployment, secrets, issues } = podOf(
      `
containers:
  app:
    image: my-app
    variables:
      URL: postgres://\${resources.db.username}:\${resources.db.password}@\${resources.db.host}:\${resources.db.port}
      PASSWORD: \${resources.db.password}
      ESCAPED: $\${resources.db.password}
    files:
      /run/password: { content: '\${resources.db.password}', mode: '0400' }
resources:
  db: { type: postgres }
`,
      {
        outputs: new Map([
          [
            'db',
            {
              values: { host: 'db.internal', port: 5432, username: 'ledger' },
              secret: { name: 'ledger-1a2b3c4d', keys: ['password', 'url'] },
            },
          ],
        ]),
      },
    );
    const variable = `SECRET_${hash('ledger-1a2b3c4d/password').toUpperCase()}`;
    const secretKeyRef = { name: 'ledger-1a2b3c4d', key: 'password' };

    expect(issues).toEqual([]);
    expect(secrets).toEqual([{ name: 'ledger-1a2b3c4d', keys: ['password'] }]);
    expect(deployment).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              {
                env: [
                  { name: variable, valueFrom: { secretKeyRef } },
                  { name: 'ESCAPED', value: '${resources.db.password}' },
                  { name: 'PASSWORD', valueFrom: { secretKeyRef } },
                  {
                    name: 'URL',
                    value: `postgres://ledger:$(${variable})@db.internal:5432`,
                  },
                ],
              },
            ],
            volumes: [
              {
                secret: {
                  secretName: 'ledger-1a2b3c4d',
                  // 0400 in octal.
                  items: [{ key: 'password', path: 'password', mode: 256 }],
                },
              },
            ],
          },
        },
      },
    });
  });

  it('mounts a volume that two containers share once', () => {
    const { claims, deployment } = podOf(`
containers:
  one: { image: x, volumes: { /data: { source: '\${resources.vol}' } } }
  two:
    image: y
    volumes:
      /in: { source: '\${resources.vol}', path: sub, readOnly: true }
      /old: { source: my-claim }
resources:
  vol: { type: volume }
`);
    const name = `vol-${hash('${resources.vol}')}`;
    const claim = `vol-${hash('my-claim')}`;
    expect(claims).toEqual([
      {
        name: 'my-claim',
        path: ['containers', 'two', 'volumes', '/old', 'source'],
      },
    ]);
    expect(deployment).toMatchObject({
      spec: {
        template: {
          spec: {
            containers: [
              { volumeMounts: [{ name, mountPath: '/data' }] },
              {
                volumeMounts: [
                  { name, mountPath: '/in', subPath: 'sub', readOnly: true },
                  { name: claim, mountPath: '/old' },
                ],
              },
            ],
            volumes: [
              { name, emptyDir: {} },
              {
                name: claim,
                persistentVolumeClaim: { claimName: 'my-claim' },
              },
            ],
          },
        },
      },
    });
  });

  it('takes files from beside the Score file, and the image from outside', () => {
    const text = `
containers:
  app:
    image: .
    files:
      /etc/app.conf: { source: app.conf }
      /etc/raw.conf: { source: app.conf, noExpand: true }
`;
    const { manifests, issues } = podOf(text, {
      image: 'registry.acme.example/app:1',
      sources: new Map([['app.conf', 'name=${metadata.name}']]),
    });
    expect(issues).toEqual([]);
    expect(manifests.map(({ data }) => data)).toEqual([
      { file: 'name=example' },
      { file: 'name=${metadata.name}' },
      undefined,
    ]);
    expect(podOf(text).issues).toEqual([
      {
        path: ['containers', 'app', 'files', '/etc/app.conf'],
        message: "needs 'app.conf', which could not be read",
      },
      {
        path: ['containers', 'app', 'files', '/etc/raw.conf'],
        message: "needs 'app.conf', which could not be read",
      },
      {
        path: ['containers', 'app', 'image'],
        message: "is '.', so the image has to be named where it is rendered",
      },
    ]);
  });

  it('keeps files that are no text as they are, without placeholders only', () => {
    const { manifests, issues } = podOf(
      `
containers:
  app:
    image: x
    files:
      /etc/keys.p12: { source: keys.p12, noExpand: true }
      /etc/other.p12: { source: keys.p12 }
`,
      { sources: new Map([['keys.p12', Buffer.from([0xff, 0x00, 0x10])]]) },
    );
    expect(manifests[0]).toMatchObject({ binaryData: { file: '/wAQ' } });
    expect(manifests[0]).not.toHaveProperty('data');
    expect(issues).toEqual([
      {
        path: ['containers', 'app', 'files', '/etc/other.p12'],
        message:
          "needs 'keys.p12', which is not UTF-8 text and can have no placeholders: set noExpand to take it as it is",
      },
    ]);
  });

  // Kubernetes passes no change of a ConfigMap on to files mounted by subPath.
  it('makes other pods of other files only', () => {
    const podWith = (content: string, image = 'x') => {
      const { deployment } = podOf(
        `containers: { app: { image: ${image}, files: { /etc/app.conf: { source: app.conf } } } }`,
        { sources: new Map([['app.conf', content]]) },
      );
      return z
        .object({
          spec: z.object({ template: z.object({ metadata: z.unknown() }) }),
        })
        .parse(deployment).spec.template.metadata;
    };
    expect(podWith('level=info')).toEqual(podWith('level=info', 'y'));
    expect(podWith('level=info')).not.toEqual(podWith('level=debug'));
    expect(
      podOf('containers: { app: { image: x } }').deployment,
    ).not.toHaveProperty('spec.template.metadata.annotations');
  });

  it('says what keeps it from running', () => {
    const { issues } = podOf(
      `
containers:
  app:
    image: x
    variables:
      HOST: \${resources.gone.host}:\${resources.gone.port}
      PATH: \${resources.db.path}
    files:
      /etc/db.conf: { content: 'password=\${resources.db.password}' }
    volumes:
      /data: { source: '\${resources.db}' }
      /up: { source: ../secrets }
resources:
  gone: { type: postgres }
  db: { type: postgres }
`,
      {
        outputs: new Map([
          ['db', { values: {}, secret: { name: 's', keys: ['password'] } }],
        ]),
      },
    );
    expect(issues).toEqual([
      {
        path: ['containers', 'app', 'files', '/etc/db.conf'],
        message:
          'has a secret among other text, which would be readable in the ConfigMap: put the secret into a variable, or into a file of its own',
      },
      ...['/data', '/up'].map(target => ({
        path: ['containers', 'app', 'volumes', target, 'source'],
        message:
          "must be a resource of type 'volume' or the name of a PersistentVolumeClaim",
      })),
      {
        path: ['containers', 'app', 'variables', 'HOST'],
        message: "needs 'gone', which is not there yet",
      },
      {
        path: ['containers', 'app', 'variables', 'PATH'],
        message: "needs 'path' of 'db', which it does not have",
      },
    ]);
  });

  it('says what leads nowhere in files from beside the Score file', () => {
    const issuesOf = (content: string) =>
      podOf(
        `
containers: { app: { image: x, files: { /etc/app.conf: { source: app.conf } } } }
resources: { db: { type: postgres } }
`,
        {
          outputs: new Map([['db', { values: { host: 'db.internal' } }]]),
          sources: new Map([['app.conf', content]]),
        },
      ).issues.map(({ path, message }) => `${String(path.at(-1))} ${message}`);

    expect(issuesOf('${resources.db.host} of ${metadata.name}')).toEqual([]);
    expect(issuesOf('region=${metadata.region};')).toEqual([
      '/etc/app.conf has ${metadata.region}, which metadata does not have',
    ]);
    for (const text of ['anything.db.host', 'HOME']) {
      expect(issuesOf(`echo \${${text}}`)).toEqual([
        `/etc/app.conf has \${${text}}, which is neither metadata nor a resource; '$\${' is written out`,
      ]);
    }
    expect(issuesOf('${resources.no.host}')).toEqual([
      "/etc/app.conf has ${resources.no.host}, but there is no resource 'no'",
    ]);
  });

  // As ConvertWorkload of score-k8s has it (internal/convert/workloads.go).
  it('makes a StatefulSet with a headless Service where the file asks for one', () => {
    const file = (kind: string) => `apiVersion: score.dev/v1b1
metadata:
  name: example
  annotations: { k8s.score.dev/kind: ${kind}, other: kept }
containers: { app: { image: nginx } }
`;
    const { manifests, issues } = render(file('StatefulSet'));
    expect(issues).toEqual([]);
    expect(manifests).toMatchObject([
      {
        kind: 'Service',
        metadata: { name: 'example-headless-svc' },
        spec: {
          selector: { 'app.kubernetes.io/name': 'example' },
          clusterIP: 'None',
          ports: [{ name: 'default', port: 99, targetPort: 99 }],
        },
      },
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'example' },
        spec: { serviceName: 'example-headless-svc' },
      },
    ]);
    expect(manifests[1].spec).toHaveProperty('template.metadata.annotations', {
      other: 'kept',
    });
    expect(render(file('DaemonSet')).issues).toEqual([
      {
        path: ['metadata', 'annotations', 'k8s.score.dev/kind'],
        message: "must be 'Deployment' or 'StatefulSet', not 'DaemonSet'",
      },
    ]);
  });
});
