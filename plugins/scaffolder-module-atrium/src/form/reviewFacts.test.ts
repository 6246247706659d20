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

const wordsOf = (mergedSchema: object, answers: Record<string, unknown>) =>
  reviewFacts([step('Service', mergedSchema)], answers)[0].facts.map(
    ({ label, value }) => `${label}: ${value}`,
  );

it('says what is within an answer by the same rules', () => {
  const account = {
    type: 'object',
    properties: {
      user: { title: 'User name', type: 'string' },
      token: { type: 'string', 'ui:widget': 'password' },
      size: { enum: ['s', 'l'], enumNames: ['Small', 'Large'] },
      internal: { 'ui:backstage': { review: { show: false } } },
      pin: { 'ui:backstage': { review: { name: 'PIN', mask: '****' } } },
      note: { type: 'string' },
    },
    dependencies: {
      user: { properties: { password: { 'ui:field': 'Secret' } } },
    },
  };
  const one = { user: 'ci', token: 't0p', size: 'l', internal: 'x', pin: 7 };
  const words = 'User name: ci, Token: Hidden, Size: Large, PIN: ****';

  expect(
    wordsOf(
      {
        properties: {
          account: { title: 'Account', ...account },
          more: { type: 'array', items: account },
          byHost: { type: 'object', additionalProperties: account },
          keys: { type: 'array', items: { 'ui:widget': 'password' } },
          hidden: {
            properties: {
              x: { 'ui:backstage': { review: { show: false } } },
            },
          },
        },
      },
      {
        account: { ...one, password: 's3cret', note: '' },
        more: [one, { user: 'cd', note: undefined }],
        byHost: { github: one },
        keys: ['k1', 'k2'],
        hidden: { x: 'never' },
      },
    ),
  ).toEqual([
    `Account: ${words}, Password: Hidden, Note: Not set`,
    `More: ${words} and User name: cd`,
    `By host: Github: ${words}`,
    'Keys: Hidden and Hidden',
  ]);
});

it('leaves out what was asked only for other answers', () => {
  const branches = {
    properties: { engine: { title: 'Engine', enum: ['postgres', 'mysql'] } },
    dependencies: {
      engine: {
        oneOf: [
          {
            properties: {
              engine: { const: 'mysql' },
              mysqlTier: { title: 'MySQL tier', type: 'string' },
            },
          },
          {
            properties: {
              engine: { enum: ['postgres'] },
              postgresTier: { title: 'PostgreSQL tier', enum: ['s', 'l'] },
            },
          },
        ],
      },
    },
  };
  expect(wordsOf(branches, {})).toEqual(['Engine: Not set']);
  expect(wordsOf(branches, { engine: 'mysql' })).toEqual([
    'Engine: mysql',
    'MySQL tier: Not set',
  ]);
  expect(
    wordsOf(branches, {
      engine: 'postgres',
      postgresTier: 'l',
      mysqlTier: 'left over',
    }),
  ).toEqual(['Engine: postgres', 'PostgreSQL tier: l']);

  const alternatives = {
    anyOf: [{ properties: { url: {} } }, { properties: { file: {} } }],
    if: { properties: { isPublic: { const: true } } },
    then: { properties: { domain: {} } },
    else: { properties: { network: {} } },
  };
  expect(wordsOf(alternatives, { file: 'a.yaml', isPublic: true })).toEqual([
    'File: a.yaml',
    'Domain: Not set',
  ]);
  expect(wordsOf(alternatives, { url: 'b', isPublic: false })).toEqual([
    'Url: b',
    'Network: Not set',
  ]);
});

it('hides a field that is a secret by one of its alternatives', () => {
  const schema = {
    properties: { kind: { enum: ['key', 'name'] }, value: { type: 'string' } },
    allOf: [{ properties: { value: { 'ui:widget': 'password' } } }],
  };
  expect(wordsOf(schema, { kind: 'key', value: 's3cret' })).toEqual([
    'Kind: key',
    'Value: Hidden',
  ]);
});
