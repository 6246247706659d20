import type { Entity } from '@backstage/catalog-model';
import { sampleComponent, sampleIndex } from '../../__testUtils__/sampleIndex';

const GITHUB = 'https://github.com/acme';
const FORGE = 'https://git.acme.example';
const ref = (name: string) => `component:default/${name}`;

const mono = (name: string, folder: string) =>
  sampleComponent(name, `${GITHUB}/mono/blob/main/${folder}catalog-info.yaml`);

const elsewhere: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'elsewhere', namespace: 'other' },
};

const index = sampleIndex(
  [
    sampleComponent(
      'payment-service',
      `${GITHUB}/payment-service/blob/main/catalog-info.yaml`,
      { 'github.com/project-slug': 'Acme/Payment-Service' },
    ),
    // A stranger that names what is not theirs, by both annotations.
    sampleComponent(
      'stranger',
      `${FORGE}/strangers/toy/src/branch/main/catalog-info.yaml`,
      {
        'github.com/project-slug': 'acme/payment-service',
        'backstage.io/source-location': `url:${GITHUB}/tool/tree/main/`,
        'atrium.dev/delivery-service': 'payment-service, checkout, toy',
      },
    ),
    // The slug names owner and name only, at whatever host the file is.
    sampleComponent(
      'ledger',
      `${FORGE}/acme/ledger/src/branch/main/catalog-info.yaml`,
      { 'github.com/project-slug': 'acme/ledger' },
    ),
    {
      ...mono('web', 'apps/web/'),
      metadata: {
        ...mono('web', 'apps/web/').metadata,
        annotations: {
          ...mono('web', 'apps/web/').metadata.annotations,
          'atrium.dev/delivery-service': 'frontend, checkout',
        },
      },
    },
    mono('api', 'services/api/'),
    mono('jobs', 'services/jobs/'),
    sampleComponent(
      'mirror',
      'https://mirror.acme.example/acme/tool/src/branch/main/catalog-info.yaml',
    ),
    sampleComponent('tool', `${GITHUB}/tool/blob/main/catalog-info.yaml`),
    // One whose file lies in a repository of catalog files.
    sampleComponent('infra', `${GITHUB}/catalog/blob/main/infra.yaml`, {
      'backstage.io/source-location': `url:${GITHUB}/infra/tree/main/`,
    }),
    elsewhere,
  ],
  [
    {
      from: 'github.com/acme/catalog',
      repositories: ['github.com/acme/*'],
    },
  ],
);

describe('buildEntityIndex', () => {
  it.each([
    [{ repository: 'github.com/acme/payment-service' }, 'payment-service'],
    [{ repository: 'acme/payment-service' }, 'payment-service'],
    [{ repository: 'git.acme.example/acme/ledger' }, 'ledger'],
    [{ repository: 'github.com/acme/tool' }, 'tool'],
    [{ repository: 'mirror.acme.example/acme/tool' }, 'mirror'],
    [{ repository: 'github.com/acme/infra' }, 'infra'],
    // A service that a component claims wins over the repository.
    [{ repository: 'acme/payment-service', service: 'Frontend' }, 'web'],
    [{ service: 'frontend' }, 'web'],
    // Without a claim the repository, and then the name.
    [{ repository: 'acme/payment-service', service: 'api' }, 'payment-service'],
    [{ repository: 'acme/mono', service: 'api' }, 'api'],
    [{ service: 'deployment/tool' }, 'tool'],
    // Of several that claim a service: whose name it is, or whose repository.
    [{ service: 'payment-service' }, 'payment-service'],
    [{ repository: 'acme/mono', service: 'checkout' }, 'web'],
    [{ service: 'toy' }, 'stranger'],
  ])('finds %j', (place, name) => {
    expect(index.find(place)).toEqual({ entityRef: ref(name) });
  });

  it('gives a service that is called as a repository to none but its components', () => {
    const app = sampleComponent(
      'payments',
      `${GITHUB}/payments-app/blob/main/catalog-info.yaml`,
    );
    const claiming = (name: string, service: string) =>
      sampleComponent(
        name,
        `${FORGE}/strangers/${name}/src/branch/main/catalog-info.yaml`,
        { 'atrium.dev/delivery-service': service },
      );
    const claimed = sampleIndex([
      app,
      claiming('toy', 'acme/payments-app'),
      claiming('game', 'github.com/Acme/Payments-App'),
      // Nobody has a repository that is called so.
      claiming('worker', 'acme/worker'),
      mono('api', 'services/api/'),
      {
        ...mono('web', 'apps/web/'),
        metadata: {
          ...mono('web', 'apps/web/').metadata,
          annotations: {
            ...mono('web', 'apps/web/').metadata.annotations,
            'atrium.dev/delivery-service': 'acme/mono',
          },
        },
      },
    ]);
    // As a deployment of GitHub that names no other service.
    const find = (name: string, service = name) =>
      claimed.find({ repository: `github.com/${name}`, service }).entityRef;
    expect(find('acme/payments-app')).toBe(ref('payments'));
    expect(find('acme/payments-app', 'github.com/acme/payments-app')).toBe(
      ref('payments'),
    );
    expect(find('acme/worker')).toBe(ref('worker'));
    expect(find('acme/mono')).toBe(ref('web'));
    expect(claimed.getRefusedClaims(ref('toy')).services).toEqual([
      { service: 'acme/payments-app', wonBy: ref('payments') },
    ]);
    expect(claimed.getRefusedClaims(ref('web')).services).toEqual([]);
  });

  it('gives what nobody claims to none that is called as its last part', () => {
    const payments = sampleComponent(
      'payments',
      `${GITHUB}/payments/blob/main/catalog-info.yaml`,
    );
    const labs = sampleComponent(
      'labs',
      `${FORGE}/labs/labs/src/branch/main/catalog-info.yaml`,
      { 'atrium.dev/delivery-service': 'acme-labs/payments' },
    );
    const unclaimed = sampleIndex([payments, mono('api', 'a/')]);
    const fork = { repository: 'github.com/acme-labs/payments' };
    for (const service of ['acme-labs/payments', 'Acme-Labs/Payments']) {
      expect(unclaimed.find({ ...fork, service })).toEqual({
        reason: 'unknown',
      });
    }
    expect(
      unclaimed.find({ ...fork, service: 'github.com/acme-labs/payments' }),
    ).toEqual({ reason: 'unknown' });
    // What names a service, and not only the repository, goes by that name.
    expect(unclaimed.find({ ...fork, service: 'payments' })).toEqual({
      entityRef: ref('payments'),
    });
    expect(
      sampleIndex([payments, labs]).find({
        ...fork,
        service: 'acme-labs/payments',
      }),
    ).toEqual({ entityRef: ref('labs') });
    // Of several in one repository, the one that is called as all of it.
    expect(
      sampleIndex([mono('mono', 'm/'), mono('api', 'a/')]).find({
        repository: 'github.com/acme/mono',
        service: 'acme/mono',
      }),
    ).toEqual({ entityRef: ref('mono') });
  });

  it('gives the name of a repository that nobody has to the one that claims it', () => {
    const checkout = sampleComponent(
      'checkout',
      `${GITHUB}/checkout/blob/main/catalog-info.yaml`,
    );
    const claiming = (name: string) =>
      sampleComponent(
        name,
        `${FORGE}/labs/${name}/src/branch/main/catalog-info.yaml`,
        { 'atrium.dev/delivery-service': 'acme-labs/checkout' },
      );
    const service = 'acme-labs/checkout';
    const fork = { service, repository: 'github.com/acme-labs/checkout' };
    const one = sampleIndex([checkout, claiming('labs-shop')]);
    expect(one.find(fork)).toEqual({ entityRef: ref('labs-shop') });
    expect(one.find({ service })).toEqual({ entityRef: ref('labs-shop') });
    expect(one.getRefusedClaims(ref('labs-shop')).services).toEqual([]);

    // Where several claim it, it is nobody's, with the repository or without.
    const two = sampleIndex([
      checkout,
      claiming('labs-shop'),
      claiming('labs-web'),
    ]);
    expect(two.find(fork)).toEqual({ reason: 'ambiguous' });
    expect(two.find({ service })).toEqual({ reason: 'ambiguous' });
    expect(two.getRefusedClaims(ref('labs-shop')).services).toEqual([
      { service, wonBy: undefined },
    ]);
    // An event from its repository is of the component that is called so, all the same.
    expect(
      one.find({ service, repository: 'github.com/acme/checkout' }),
    ).toEqual({ entityRef: ref('checkout') });
  });

  it('takes no nested project for a repository of another host', () => {
    const payments = sampleComponent(
      'payments',
      `${GITHUB}/payments/blob/main/catalog-info.yaml`,
    );
    const nested = sampleComponent(
      'nested',
      'https://gitlab.acme.example/github.com/acme/payments/-/blob/main/catalog-info.yaml',
      { 'atrium.dev/delivery-service': 'github.com/acme/payments' },
    );
    const deep = sampleComponent(
      'deep',
      'https://gitlab.acme.example/acme/team/deep/-/blob/main/catalog-info.yaml',
    );
    const repository = 'github.com/acme/payments';
    const both = sampleIndex([payments, nested, deep]);
    expect(both.find({ repository, service: repository })).toEqual({
      entityRef: ref('payments'),
    });
    expect(both.findAll({ repository, pipeline: 'ci' })).toEqual([
      ref('payments'),
    ]);
    expect(both.isProven(ref('payments'), repository)).toBe(true);
    expect(both.isProven(ref('nested'), repository)).toBe(false);
    expect(
      both.find({ repository: `gitlab.acme.example/${repository}` }),
    ).toEqual({ entityRef: ref('nested') });
    // Without a dot the first group is no host.
    expect(both.find({ repository: 'acme/team/deep' })).toEqual({
      entityRef: ref('deep'),
    });

    const alone = sampleIndex([nested]);
    expect(alone.find({ repository })).toEqual({ reason: 'unknown' });
    expect(alone.isProven(ref('nested'), repository)).toBe(false);
  });

  it('says why there is none', () => {
    for (const place of [
      {},
      { repository: 'acme/unknown' },
      { repository: 'github.com/acme/ledger' },
      { service: 'elsewhere' },
      { repository: 'gitlab.com/acme/payment-service' },
    ]) {
      expect(index.find(place)).toEqual({ reason: 'unknown' });
    }
    for (const place of [
      { repository: 'github.com/acme/mono' },
      { repository: 'acme/tool' },
      { service: 'checkout' },
    ]) {
      expect(index.find(place)).toEqual({ reason: 'ambiguous' });
    }
  });

  it.each([
    [{ paths: ['apps/web/src/App.tsx'] }, ['web']],
    [
      { paths: ['services/api/main.go', 'services/jobs/a.go'] },
      ['api', 'jobs'],
    ],
    [{ paths: ['README.md'] }, ['api', 'jobs', 'web']],
    [{ pipeline: '.github/workflows/jobs.yaml' }, ['jobs']],
    [{ pipeline: 'build', paths: ['services/jobs'] }, ['jobs']],
    [{ pipeline: 'build' }, ['api', 'jobs', 'web']],
    [{ service: 'frontend' }, ['web']],
  ])('gives a run of a shared repository by %j', (place, names) => {
    const repository = 'github.com/acme/mono';
    expect(index.isShared(repository)).toBe(true);
    expect(index.findAll({ repository, ...place })).toEqual(names.map(ref));
  });

  it('gives the runs of a repository with hundreds of catalog files to none of all', () => {
    const many = sampleIndex(
      Array.from({ length: 51 }, (_, number) =>
        sampleComponent(
          `c${number}`,
          `${GITHUB}/all/blob/main/c${number}.yaml`,
        ),
      ),
    );
    const repository = 'github.com/acme/all';
    expect(many.findAll({ repository, pipeline: 'validate' })).toEqual([]);
    expect(many.findAll({ repository, pipeline: 'c7' })).toEqual([ref('c7')]);
  });

  it('tells an entity what it does not get, and why', () => {
    expect(index.getRefusedClaims(ref('stranger'))).toEqual({
      repositories: [
        {
          annotation: 'github.com/project-slug',
          repository: 'github.com/acme/payment-service',
          origin: 'git.acme.example/strangers/toy',
        },
        {
          annotation: 'backstage.io/source-location',
          repository: 'github.com/acme/tool',
          origin: 'git.acme.example/strangers/toy',
        },
      ],
      services: [
        { service: 'payment-service', wonBy: ref('payment-service') },
        { service: 'checkout', wonBy: undefined },
      ],
    });
    expect(index.getRefusedClaims(ref('ledger'))).toEqual({
      repositories: [],
      services: [],
    });
    expect(index.isProven(ref('infra'), 'github.com/acme/infra')).toBe(true);
    expect(
      index.isProven(ref('stranger'), 'github.com/acme/payment-service'),
    ).toBe(false);
  });
});
