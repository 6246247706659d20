import { reviewFacts } from './reviewFacts';

const step = (title: string, mergedSchema: object) => ({
  title,
  mergedSchema: JSON.parse(JSON.stringify(mergedSchema)),
  schema: {},
  uiSchema: {},
});

it('says what was answered in words, never what a picker keeps', () => {
  const parts = reviewFacts(
    [
      step('Service', {
        properties: {
          name: { title: 'Service name', type: 'string' },
          owner: { title: 'Owner team', 'ui:field': 'OwnerPicker' },
          needsDatabase: { type: 'boolean' },
          size: {
            title: 'Size',
            enum: ['s', 'l'],
            enumNames: ['Small', 'Large'],
          },
          tags: { title: 'Tags', type: 'array' },
          notes: { title: 'Notes', type: 'string' },
          token: { title: 'Token', 'ui:field': 'Secret' },
          internal: { 'ui:backstage': { review: { show: false } } },
        },
        dependencies: {
          needsDatabase: {
            oneOf: [{ properties: { engine: { title: 'Engine' } } }],
          },
        },
      }),
      step('Repository', {
        properties: {
          repoUrl: { title: 'Repository', 'ui:field': 'RepoUrlPicker' },
        },
      }),
    ],
    {
      name: 'refund-service',
      owner: 'group:default/payments',
      needsDatabase: true,
      size: 'l',
      tags: ['node', 'typescript'],
      token: 'very-secret',
      internal: 'x',
      engine: 'postgres',
      repoUrl: 'git.example:3000?owner=acme&repo=refund-service',
    },
  );

  expect(
    parts.map(({ title, facts }) => [
      title,
      ...facts.map(({ label, value }) => `${label}: ${value}`),
    ]),
  ).toEqual([
    [
      'Service',
      'Service name: refund-service',
      'Owner team: group:default/payments',
      'Needs database: Yes',
      'Size: Large',
      'Tags: node and typescript',
      'Notes: Not set',
      'Token: Hidden',
      'Engine: postgres',
    ],
    ['Repository', 'Repository: acme/refund-service on git.example:3000'],
  ]);
  expect(parts[0].facts[1].entityRef).toBe('group:default/payments');
});
