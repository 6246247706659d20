import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { EntityOrigins } from './EntityOrigins';

const config = {
  integrations: {
    gitea: [
      {
        host: 'git.acme.example',
        baseUrl: 'https://git.acme.example/forge',
        password: 'secret',
      },
    ],
    github: [{ host: 'github.com', token: 'ghp_1' }],
    gitlab: [{ host: 'gitlab.com', token: 'glpat' }],
  },
};
const origins = EntityOrigins.fromConfig(new ConfigReader(config));

const FORGE = 'https://git.acme.example/forge';
const SHOP = `${FORGE}/acme/shop/src/branch/main`;

function entityFrom(
  location: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'shop',
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
        ...annotations,
      },
    },
  };
}

const resolve = (entity: Entity, path: string) =>
  origins.resolveFile(entity, path, { suffixes: ['.yaml', '.yml'] });

describe('EntityOrigins', () => {
  it.each([
    [
      `url:${SHOP}/services/cart/catalog-info.yaml`,
      {
        type: 'gitea',
        repository: 'git.acme.example/acme/shop',
        repositoryUrl: `${FORGE}/acme/shop`,
        branch: 'main',
        path: 'services/cart/catalog-info.yaml',
      },
    ],
    [
      'url:https://github.com/My-Org/Payment-Service/blob/main/catalog-info.yaml',
      {
        type: 'github',
        repository: 'github.com/my-org/payment-service',
        branch: 'main',
        path: 'catalog-info.yaml',
      },
    ],
    [
      'url:https://gitlab.com/acme/retail/shop/-/blob/main/catalog-info.yaml',
      {
        type: 'gitlab',
        repository: 'gitlab.com/acme/retail/shop',
        branch: 'main',
        path: 'catalog-info.yaml',
      },
    ],
  ])('tells the repository of %s', (location, origin) => {
    expect(origins.get(entityFrom(location))).toMatchObject(origin);
  });

  it.each([
    'file:/srv/atrium/catalog-info.yaml',
    'bootstrap:bootstrap',
    'url:https://elsewhere.example/acme/shop/src/branch/main/catalog-info.yaml',
    // Shows commits of forks as part of the repository.
    `url:${FORGE}/acme/shop/src/commit/4f1c2b/catalog-info.yaml`,
    `url:${FORGE}/acme/shop/src/branch/main%2F..%2F..%2Fledger/x.yaml`,
    `url:${FORGE}/acme%2Fledger/shop/src/branch/main/x.yaml`,
    `url:https://someone:secret@git.acme.example/forge/acme/shop/src/branch/main/x.yaml`,
    // The reader for Gitea goes by position, so it reads 'strangers/toy' here.
    ...['..', '%2E%2e', '.%2e'].map(
      up =>
        `url:${FORGE}/strangers/toy/${up}/${up}/acme/shop/src/branch/main/x.yaml`,
    ),
    `url:${FORGE}/strangers/toy\\..\\..\\acme\\shop/src/branch/main/x.yaml`,
    `url:${FORGE}/strangers/toy/.\t./.\t./acme/shop/src/branch/main/x.yaml`,
    // It would read branch 'branch', 'src' or 'mine' of the repository.
    `url:${FORGE}/acme/shop//src/branch/main/x.yaml`,
    `url:${FORGE}//acme/shop/src/branch/main/x.yaml`,
    `url:${FORGE}/acme/shop/src/branch/main/x.yaml?ref=mine&then=`,
    `url:${FORGE}/acme/shop/src/branch/main&ref=mine/x.yaml`,
    `url:${FORGE}/acme/shop/src/branch/mine/x.yaml#main`,
    // That for GitHub puts the decoded path in front of the branch.
    'url:https://github.com/acme/shop/blob/main/x.yaml%3Fref=mine&then=',
    'url:https://github.com/acme/shop/blob/main%26ref=mine/x.yaml',
    'url:https://github.com/strangers/toy/../../acme/shop/blob/main/x.yaml',
  ])('knows no repository for %s', location => {
    expect(() => origins.get(entityFrom(location))).toThrow();
    expect(origins.find(entityFrom(location))).toBeUndefined();
  });

  it('does not believe what the entity says about its source', () => {
    const stranger = entityFrom(
      `url:${FORGE}/strangers/toy/src/branch/main/catalog-info.yaml`,
      {
        'backstage.io/source-location': `url:${FORGE}/acme/secrets/src/branch/main/`,
      },
    );
    expect(origins.get(stranger).repository).toBe(
      'git.acme.example/strangers/toy',
    );
    expect(resolve(stranger, './slo.yaml').url).toBe(
      `${FORGE}/strangers/toy/src/branch/main/slo.yaml`,
    );
  });

  /** A file that another repository chose. */
  const pointedAt = (branch: string, annotations: Record<string, string>) =>
    entityFrom(
      `url:https://github.com/acme/shop/blob/${branch}/catalog-info.yaml`,
      {
        'backstage.io/managed-by-origin-location':
          'url:https://github.com/strangers/toy/blob/main/locations.yaml',
        ...annotations,
      },
    );

  it.each([
    // The default branch, as the catalog notes it, and what counts then.
    ['main', ['main']],
    ['master', ['master']],
    ['trunk', ['trunk']],
    // Its host has not said it.
    ['', []],
    // The catalog has not asked yet.
    [undefined, ['main']],
  ])(
    'takes of what another repository chose only the default branch %j',
    (defaultBranch, expected) => {
      const branches = [
        ...['main', 'master', 'trunk', 'mine'],
        ...['a'.repeat(40), 'refs%2Fpull%2F7%2Fhead'],
      ];
      for (const root of [
        'url:https://github.com/strangers/toy/blob/main/locations.yaml',
        'url:https://github.com/acme/shop/blob/elsewhere/all.yaml',
        'file:/srv/all.yaml',
      ]) {
        const taken = branches.filter(branch =>
          origins.find(
            pointedAt(branch, {
              'backstage.io/managed-by-origin-location': root,
              ...(defaultBranch !== undefined && {
                'atrium.dev/default-branch': defaultBranch,
              }),
            }),
          ),
        );
        expect(taken).toEqual(expected);
      }
    },
  );

  it('takes what discovery found on any branch, and what the operator vouches for', () => {
    for (const branch of ['trunk', 'master']) {
      expect(
        origins.find(
          entityFrom(`url:https://github.com/acme/shop/blob/${branch}/x.yaml`),
        ),
      ).toMatchObject({ branch });
    }
    const vouching = EntityOrigins.fromConfig(
      new ConfigReader({
        ...config,
        atrium: { trustedBranches: ['release'] },
      }),
    );
    const note = { 'atrium.dev/default-branch': 'trunk' };
    expect(vouching.find(pointedAt('trunk', note))).toBeDefined();
    expect(vouching.find(pointedAt('release', note))).toBeDefined();
    expect(() => vouching.get(pointedAt('main', note))).toThrow(
      "comes from 'main' of 'github.com/acme/shop', which another repository chose: only its default branch 'trunk' or 'release' can be chosen so",
    );
    expect(() =>
      origins.get(pointedAt('main', { 'atrium.dev/default-branch': '' })),
    ).toThrow(
      'only its default branch, which its host has not told the portal, can be chosen so',
    );
  });

  const cart = entityFrom(`url:${SHOP}/services/cart/catalog-info.yaml`);

  it.each([
    ['./slo.yaml', 'services/cart/slo.yaml'],
    ['ops/slo.yml', 'services/cart/ops/slo.yml'],
    ['/slo.yaml', 'slo.yaml'],
    [`${SHOP}/ops/slo.yaml`, 'ops/slo.yaml'],
  ])('finds %s', (path, expected) => {
    expect(resolve(cart, path)).toMatchObject({
      path: expected,
      url: `${SHOP}/${expected}`,
    });
  });

  it('starts from the folder that the entity calls its source, in the same repository', () => {
    const sourceAt = (source: string) =>
      entityFrom(`url:${SHOP}/catalog/cart.yaml`, {
        'backstage.io/source-location': `url:${source}`,
      });
    expect(resolve(sourceAt(`${SHOP}/services/cart/`), 'slo.yaml').path).toBe(
      'services/cart/slo.yaml',
    );
    expect(
      resolve(
        sourceAt(`${FORGE}/acme/shop/src/branch/mine/services/cart/`),
        'slo.yaml',
      ).path,
    ).toBe('catalog/slo.yaml');
  });

  it.each([
    ['../../ledger/slo.yaml', 'without'],
    ['ops/../../slo.yaml', 'without'],
    ['ops/%2e%2e/slo.yaml', 'without'],
    ['..\\slo.yaml', 'without'],
    ['slo.yaml?ref=mine', 'without'],
    ['slo.yaml\0', 'without'],
    ['.env', 'ends with .yaml or .yml'],
    [`${SHOP}/.env`, 'ends with .yaml or .yml'],
    [`${FORGE}/acme/shop/src/branch/mine/slo.yaml`, 'not on branch'],
    [`${FORGE}/acme/ledger/src/branch/main/slo.yaml`, 'not on branch'],
    [
      `${SHOP}/../../../../ledger/src/branch/main/slo.yaml`,
      'its host could be asked for something else',
    ],
    ['https://github.com/acme/shop/blob/main/slo.yaml', 'not on branch'],
    ['//evil.example/slo.yaml', 'not used'],
    ['file:///etc/passwd.yaml', 'not used'],
  ])('refuses %j', (path, reason) => {
    expect(() => resolve(cart, path)).toThrow(reason);
  });

  it('tells whether an address is in the repository of the entity', () => {
    expect(origins.isInOrigin(cart, `${SHOP}/docs/`)).toBe(true);
    expect(
      origins.isInOrigin(cart, `${FORGE}/acme/ledger/src/branch/main/docs/`),
    ).toBe(false);
    expect(origins.isInOrigin(cart, 'no address')).toBe(false);
  });
});
