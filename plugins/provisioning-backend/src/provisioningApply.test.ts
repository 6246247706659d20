import { SCORE_ANNOTATION } from '@atrium/plugin-provisioning-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import { startProvisioning } from './__testUtils__/startProvisioning';

const HOST = 'https://git.acme.example/acme';
const PATH = '/score/component/default/invoice-service';
const SCORE = `apiVersion: score.dev/v1b1
metadata: { name: invoice-service }
containers: { app: { image: 'invoices:2' } }
resources: { drafts: { type: box } }
`;
const DEPLOYMENT = 'acme-staging/billing-dev/Deployment/invoice-service';

const target = (environment: string, namespace: string) => ({
  environment,
  cluster: 'acme-staging',
  namespace,
  owners: ['group:default/team-payments'],
});

function component(name: string, annotations: Record<string, string> = {}) {
  const location = `url:${HOST}/${name}/src/branch/main/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        [SCORE_ANNOTATION]: './score.yaml',
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...annotations,
      },
    },
    spec: { type: 'service', owner: 'team-payments' },
  };
}

describe('provisioningPlugin, workloads of Score files', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let provisioning: Awaited<ReturnType<typeof startProvisioning>>;
  const files = new Map<string, string>();

  beforeAll(async () => {
    knex = await openTestDatabase(databases);
    provisioning = await startProvisioning({
      knex,
      files,
      config: {
        score: {
          clusters: { 'acme-staging': {} },
          targets: {
            dev: target('dev', 'billing-dev'),
            staging: target('staging', 'billing-staging'),
            // No rule of the claims proves anything there.
            production: target('production', 'kube-system'),
          },
        },
      },
      entities: [
        component('invoice-service', {
          'backstage.io/kubernetes-id': 'invoice-service',
        }),
        component('unlabelled-service'),
      ],
    });
  });

  beforeEach(() => {
    files.set(`${HOST}/invoice-service/src/branch/main/score.yaml`, SCORE);
    files.set(`${HOST}/unlabelled-service/src/branch/main/score.yaml`, SCORE);
  });

  afterEach(async () => {
    provisioning.clusters.objects.clear();
    provisioning.clusters.conflicts = [];
    provisioning.clusters.isDown = false;
    await provisioning.clear();
  });

  const post = (
    action: 'apply' | 'apply-previews',
    body: object,
    person: 'grace' | 'linus' = 'grace',
  ) => provisioning.ask('post', `${PATH}/${action}`, person).send(body);

  const preview = (environment: string, more: object = {}) =>
    post('apply-previews', { environment, ...more });

  it('are applied as their preview says, and their state is known then', async () => {
    const { status, body } = await preview('dev');
    expect({ status, ...body }).toMatchObject({
      status: 200,
      place: { cluster: 'acme-staging', namespace: 'billing-dev' },
      images: [{ container: 'app', image: 'invoices:2' }],
      missing: ['drafts'],
      canApply: true,
      objects: [
        { kind: 'Deployment', name: 'invoice-service', action: 'create' },
      ],
    });
    expect(provisioning.clusters.objects.size).toBe(0);

    const applied = await post('apply', {
      environment: 'dev',
      planHash: body.planHash,
    });
    expect(applied.status).toBe(202);
    expect(applied.body.workload).toMatchObject({ state: 'running' });
    const label = { 'backstage.io/kubernetes-id': 'invoice-service' };
    expect(provisioning.clusters.objects.get(DEPLOYMENT)).toMatchObject({
      metadata: { namespace: 'billing-dev', labels: label },
      spec: { template: { metadata: { labels: label } } },
    });
    expect(provisioning.audits).toMatchObject([
      {
        eventId: 'workload-apply',
        meta: {
          entityRef: 'component:default/invoice-service',
          environment: 'dev',
          changedBy: 'user:default/grace',
        },
        outcome: { status: 'succeeded' },
      },
    ]);

    files.set(
      `${HOST}/invoice-service/src/branch/main/score.yaml`,
      SCORE.replace('invoices:2', 'invoices:3'),
    );
    expect((await preview('dev')).body.objects[0]).toMatchObject({
      action: 'change',
      changes: [
        {
          path: 'spec.template.spec.containers[app].image',
          before: 'invoices:2',
          after: 'invoices:3',
        },
      ],
    });
  });

  it('are promoted with the images that run in the environment before', async () => {
    const { body: dev } = await preview('dev');
    await post('apply', { environment: 'dev', planHash: dev.planHash });
    files.set(
      `${HOST}/invoice-service/src/branch/main/score.yaml`,
      SCORE.replace('invoices:2', 'invoices:3'),
    );
    const { body } = await preview('staging', { promoteFrom: 'dev' });
    expect(body).toMatchObject({
      place: { namespace: 'billing-staging' },
      images: [{ container: 'app', image: 'invoices:2' }],
      missing: ['drafts'],
    });
    const nothing = await preview('dev', { promoteFrom: 'staging' });
    expect(nothing.status).toBe(409);
    expect(nothing.body.error.message).toMatch(/nothing to promote/);

    const { body: deployments } = await provisioning.ask(
      'get',
      `${PATH}/deployments`,
    );
    expect(deployments).toMatchObject({
      mayApply: true,
      items: [
        { workload: { state: 'running', images: [{ image: 'invoices:2' }] } },
        { place: { namespace: 'billing-staging' } },
        { place: { namespace: 'kube-system' } },
      ],
    });
  });

  it('change nothing that others keep, own or have not seen', async () => {
    provisioning.clusters.conflicts = [
      { manager: 'argocd-controller', field: 'spec.replicas' },
    ];
    const { body: conflicting } = await preview('dev');
    expect(conflicting.canApply).toBe(false);
    const refused = await post('apply', {
      environment: 'dev',
      planHash: conflicting.planHash,
    });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(
      "'argocd-controller' keeps spec.replicas at another value",
    );

    provisioning.clusters.conflicts = [];
    const stale = await post('apply', {
      environment: 'dev',
      planHash: conflicting.planHash,
    });
    expect(stale.status).toBe(409);
    expect(stale.body.error.message).toMatch(/something else by now/);

    provisioning.clusters.objects.set(DEPLOYMENT, {
      kind: 'Deployment',
      metadata: {
        name: 'invoice-service',
        labels: { 'backstage.io/kubernetes-id': 'payment-service' },
      },
      spec: { secret: 'planted' },
    });
    const { body: foreign } = await preview('dev');
    expect(foreign.canApply).toBe(false);
    expect(foreign.objects[0]).toMatchObject({
      changes: [],
      problem: expect.stringMatching(/nothing proves that it belongs/),
      messages: {
        problem: [
          {
            key: 'provisioning.score.foreign',
            values: { kind: 'Deployment', name: 'invoice-service' },
          },
        ],
      },
    });
    expect(JSON.stringify(foreign)).not.toContain('planted');
    expect(provisioning.clusters.objects.size).toBe(1);
  });

  it('are for owners, in places of their own, and where a rule proves it', async () => {
    const stranger = { environment: 'dev', planHash: 'x' };
    expect((await post('apply', stranger, 'linus')).status).toBe(403);
    expect(provisioning.audits).toMatchObject([
      { eventId: 'workload-apply', outcome: { status: 'failed' } },
    ]);
    const seen = await post('apply-previews', { environment: 'dev' }, 'linus');
    expect(seen.status).toBe(403);

    const unproven = await preview('production');
    expect(unproven.status).toBe(409);
    expect(unproven.body.error.message).toContain("'workloads.claims'");
    const unlabelled = await provisioning
      .ask('post', '/score/component/default/unlabelled-service/apply-previews')
      .send({ environment: 'dev' });
    expect(unlabelled.status).toBe(409);
    expect(unlabelled.body.error.message).toContain(
      "needs the annotation 'backstage.io/kubernetes-id'",
    );
    expect(provisioning.clusters.objects.size).toBe(0);
  });

  it.each([
    ['is not there', undefined, false],
    ['says of nobody whose it is', {}, false],
    [
      "is another component's",
      { 'backstage.io/kubernetes-id': 'payment-service' },
      false,
    ],
    ['is its own', { 'backstage.io/kubernetes-id': 'invoice-service' }, true],
  ])('mount a volume that %s: %#', async (_title, labels, expected) => {
    const volumes = 'volumes: { /data: { source: drafts } }';
    files.set(
      `${HOST}/invoice-service/src/branch/main/score.yaml`,
      SCORE.replace("'invoices:2'", `'invoices:2', ${volumes}`),
    );
    if (labels) {
      provisioning.clusters.objects.set(
        'acme-staging/billing-dev/PersistentVolumeClaim/drafts',
        { kind: 'PersistentVolumeClaim', metadata: { name: 'drafts', labels } },
      );
    }
    const { body } = await preview('dev');
    expect(body.canApply).toBe(expected);
    expect(body.objects).toHaveLength(expected ? 1 : 0);
    const unproven = {
      line: 3,
      message:
        "containers.app.volumes./data.source names the PersistentVolumeClaim 'drafts', and nothing proves that there is one in 'billing-dev' that belongs to this component: it needs the label 'backstage.io/kubernetes-id', and a rule under 'workloads.claims'",
    };
    expect(body.problems).toEqual(expected ? [] : [unproven]);
    const applied = await post('apply', {
      environment: 'dev',
      planHash: body.planHash,
    });
    expect(applied.status).toBe(expected ? 202 : 409);
    expect(provisioning.clusters.objects.has(DEPLOYMENT)).toBe(expected);
  });

  it('say which line keeps them from running, and which cluster is down', async () => {
    files.set(
      `${HOST}/invoice-service/src/branch/main/score.yaml`,
      SCORE.replace(
        "image: 'invoices:2'",
        "image: 'invoices:2', variables: { A: '${resources.drafts.password}' }",
      ),
    );
    const { body } = await preview('dev');
    expect(body).toMatchObject({
      canApply: false,
      missing: ['drafts'],
      problems: [{ line: 3, message: expect.stringContaining("'drafts'") }],
      objects: [],
    });
    provisioning.clusters.isDown = true;
    const { body: down } = await provisioning.ask('get', `${PATH}/deployments`);
    expect(down.items[0].problem).toMatch(/did not answer/);
    expect(down.items[0].workload).toBeUndefined();
  });

  it.each([
    ['apply', {}, 400],
    ['apply', { environment: 'dev' }, 400],
    ['apply', { environment: 'moon', planHash: 'x' }, 400],
    ['apply-previews', { environment: 'dev', image: 'a b' }, 400],
    ['apply-previews', { environment: 'dev', namespace: 'kube-system' }, 400],
    ['apply-previews', { environment: 'dev', promoteFrom: 'moon' }, 400],
  ] as const)('%s answers %j with %d', async (action, body, expected) => {
    expect((await post(action, body)).status).toBe(expected);
  });
});
