import { createRequire } from 'node:module';
import { mockServices } from '@backstage/backend-test-utils';
import { KindRules } from './KindRules';

// The catalog keeps its rules to itself, so they are loaded by their file.
const load = createRequire(
  require.resolve('@backstage/plugin-catalog-backend'),
);
const { DefaultCatalogRulesEnforcer } = load('./ingestion/CatalogRules.cjs.js');

const host = 'https://git.acme.example/acme';

const configs = {
  none: {},
  'some rules': {
    catalog: {
      rules: [
        { allow: ['Component', { kind: 'Resource', 'spec.type': 'database' }] },
        {
          allow: ['Group', 'User'],
          locations: [{ type: 'url', pattern: `${host}/org/**` }],
        },
        {
          allow: ['Template'],
          locations: [
            { type: 'url', exact: `${host}/a/src/branch/main/t.yaml` },
          ],
        },
        { allow: ['System'], locations: [{ type: 'file', pattern: '**' }] },
      ],
      locations: [
        {
          type: 'url',
          target: `${host}/b/src/branch/main/all.yaml`,
          rules: [{ allow: ['Domain'] }],
        },
      ],
    },
  },
};

const entities = [
  { kind: 'component' },
  { kind: 'API' },
  { kind: 'Resource', type: 'Database' },
  { kind: 'Resource', type: 'queue' },
  { kind: 'Resource' },
  { kind: 'Group' },
  { kind: 'Template' },
  { kind: 'System' },
  { kind: 'Domain' },
];

const urls = [
  `${host}/org/src/branch/main/catalog-info.yaml`,
  `${host}/ORG/src/branch/main/.hidden/x.yaml`,
  `${host}/organ/src/branch/main/catalog-info.yaml`,
  `${host}/org%2Fx/src/branch/main/a%20b.yaml`,
  `${host}/x/../org/src/branch/main/a.yaml`,
  `${host}/a/src/branch/main/t.yaml`,
  `${host}/b/src/branch/main/all.yaml`,
  'no address',
];

describe('KindRules', () => {
  it.each(Object.entries(configs))(
    'decides as the catalog does with %s',
    (_, data) => {
      const config = mockServices.rootConfig({ data });
      const rules = KindRules.fromConfig(config);
      const enforcer = DefaultCatalogRulesEnforcer.fromConfig(config);
      for (const url of urls) {
        for (const { kind, type } of entities) {
          expect([
            url,
            kind,
            type,
            rules.isAllowed({ kind, type }, url),
          ]).toEqual([
            url,
            kind,
            type,
            enforcer.isAllowed(
              { kind, spec: { type } },
              { type: 'url', target: url },
            ),
          ]);
        }
      }
    },
  );

  it('names the kinds that a file may have', () => {
    const rules = KindRules.fromConfig(
      mockServices.rootConfig({ data: configs['some rules'] }),
    );
    expect(rules.kindsFrom(urls[0])).toEqual([
      'Component',
      'Resource',
      'Group',
      'User',
    ]);
  });
});
