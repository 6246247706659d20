import { parse, stringify } from 'yaml';
import { checkDefinitions } from './checkDefinitions';
import { parseDefinitions } from './parseDefinitions';

const TYPE = `apiVersion: atrium.dev/v1
kind: ResourceType
metadata:
  name: postgres
spec:
  parameters:
    properties:
      extensions: { type: array }
`;
const DEFINITION = `apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata:
  name: postgres-shared
spec:
  type: postgres
  driver: postgres
  plans:
    - name: small
      monthlyPrice: { amount: '9.50', currency: EUR }
`;
const SOURCE = 'definitions/postgres.yaml';

/** The messages about a definition in which one field has another value. */
function messagesOf(path: (string | number)[], value: unknown): string[] {
  const document = parse(DEFINITION);
  let target = document;
  for (const key of path.slice(0, -1)) {
    target[key] ??= {};
    target = target[key];
  }
  target[path[path.length - 1]] = value;
  return parseDefinitions(stringify(document), SOURCE).problems.map(
    ({ message }) => message,
  );
}

describe('parseDefinitions', () => {
  it('reads several documents, with what is left out filled in', () => {
    const { documents, problems } = parseDefinitions(
      `${TYPE}---\n${DEFINITION}`,
      SOURCE,
    );
    expect(problems).toEqual([]);
    expect(documents.map(({ document }) => document)).toEqual([
      {
        apiVersion: 'atrium.dev/v1',
        kind: 'ResourceType',
        metadata: { name: 'postgres' },
        spec: {
          parameters: {
            type: 'object',
            properties: { extensions: { type: 'array' } },
            additionalProperties: false,
          },
          outputs: {
            type: 'object',
            properties: {},
            additionalProperties: false,
          },
        },
      },
      {
        apiVersion: 'atrium.dev/v1',
        kind: 'ResourceDefinition',
        metadata: { name: 'postgres-shared' },
        spec: {
          type: 'postgres',
          driver: 'postgres',
          match: {},
          inputs: {},
          defaults: {},
          plans: [
            {
              name: 'small',
              inputs: {},
              monthlyPrice: { amount: '9.50', currency: 'EUR' },
            },
          ],
          approval: { required: false },
          deletion: 'delete',
        },
      },
    ]);
    expect(documents[1].locate(['spec', 'plans', 0, 'name'])).toEqual({
      line: 18,
      column: 7,
    });
  });

  it('keeps the other documents where one is wrong, and says where', () => {
    const { documents, problems } = parseDefinitions(
      `${DEFINITION.replace('small', 'Small')}---\n${TYPE}---\na: b: c\n`,
      SOURCE,
    );
    expect(documents.map(({ document }) => document.kind)).toEqual([
      'ResourceType',
    ]);
    expect(problems).toEqual([
      {
        source: SOURCE,
        documentIndex: 0,
        path: 'spec.plans[0].name',
        message:
          'spec.plans[0].name must have lower-case letters, digits and dashes only, at most 63',
        line: 9,
        column: 7,
      },
      {
        source: SOURCE,
        documentIndex: 2,
        message: 'YAML: Nested mappings are not allowed in compact mappings',
        line: 21,
        column: 4,
      },
    ]);
  });

  it.each<[(string | number)[], unknown, string]>([
    [['apiVersion'], 'v1', "apiVersion must be 'atrium.dev/v1'"],
    [
      ['spec', 'deletion'],
      'drop',
      'spec.deletion must be one of protect, snapshot-then-delete, delete',
    ],
    [
      ['kind'],
      'Resource',
      'kind must be one of ResourceType, ResourceDefinition',
    ],
    [['owner'], 'me', 'owner is not a field here'],
    [['metadata', 'labels'], {}, 'metadata.labels is not a field here'],
    [['spec', 'type'], undefined, 'spec.type is required'],
    [['spec', 'driver'], 7, 'spec.driver must be of type string, not number'],
    [['spec', 'plans'], [], 'spec.plans must have at least 1 item'],
    [
      ['spec', 'plans', 0, 'monthlyPrice', 'amount'],
      9.5,
      "spec.plans[0].monthlyPrice.amount must be an amount in quotes, such as '12.50'",
    ],
    [
      ['spec', 'plans', 0, 'monthlyPrice', 'amount'],
      '-1',
      "spec.plans[0].monthlyPrice.amount must be an amount in quotes, such as '12.50'",
    ],
    [
      ['spec', 'plans', 0, 'monthlyPrice', 'currency'],
      'Euro',
      'spec.plans[0].monthlyPrice.currency must be a currency of ISO 4217',
    ],
    [
      ['spec', 'plans', 1],
      { name: 'small' },
      'spec.plans must have different names',
    ],
    [
      ['spec', 'defaultPlan'],
      'huge',
      'spec.defaultPlan must be one of the plans',
    ],
    [
      ['spec', 'match', 'env_type'],
      'production',
      'spec.match.env_type is not a field here',
    ],
    [
      ['spec', 'match', 'entity'],
      'payment-service',
      "spec.match.entity must be an entity ref such as 'component:default/my-service'",
    ],
    [
      ['spec', 'lease'],
      { defaultDays: 30, maximumDays: 14 },
      "spec.lease.defaultDays must not be more than 'maximumDays'",
    ],
    [
      ['spec', 'approval'],
      { approvers: [] },
      'spec.approval.approvers must have at least 1 item',
    ],
  ])('says what is wrong with %j', (path, value, message) => {
    expect(messagesOf(path, value)).toEqual([message]);
  });

  // What one would bring along from elsewhere.
  it.each([
    [
      'Humanitec',
      `apiVersion: entity.humanitec.io/v1b1
kind: Definition
metadata:
  id: db-dev
entity:
  name: db-dev
  type: postgres
  driver_type: humanitec/template
  criteria:
    - env_type: development
`,
      ['2:1 kind must be one of ResourceType, ResourceDefinition'],
    ],
    [
      'the provisioners of score-k8s',
      `- uri: template://default-provisioners/postgres
  type: postgres
  outputs: |
    host: {{ .State.service }}
`,
      [
        '1:1 The document must be a map with apiVersion, kind, metadata and spec',
      ],
    ],
    [
      'a claim of Crossplane',
      `apiVersion: database.example.org/v1alpha1
kind: PostgreSQLInstance
metadata: { name: my-db, namespace: default }
spec: { parameters: { storageGB: 20 } }
`,
      ['2:1 kind must be one of ResourceType, ResourceDefinition'],
    ],
    [
      'a definition with the words of Humanitec',
      `apiVersion: atrium.dev/v1
kind: ResourceDefinition
metadata: { id: db-dev }
spec:
  type: postgres
  driver_type: postgres
  criteria: [{ env_type: development }]
  plans: [{ name: small, monthlyPrice: 12 EUR }]
`,
      [
        '3:1 metadata.name is required',
        '3:13 metadata.id is not a field here',
        '4:1 spec.driver is required',
        '8:26 spec.plans[0].monthlyPrice must be of type object, not string',
        '6:3 spec.driver_type is not a field here',
        '7:3 spec.criteria is not a field here',
      ],
    ],
  ])('says what to put right in %s', (_, text, lines) => {
    const { documents, problems } = parseDefinitions(text, SOURCE);
    expect(documents).toEqual([]);
    expect(
      problems.map(
        ({ line, column, message }) => `${line}:${column} ${message}`,
      ),
    ).toEqual(lines);
  });

  it('says that a file is empty, or too large', () => {
    expect(parseDefinitions('# nothing\n', SOURCE).problems).toEqual([
      { source: SOURCE, message: 'The file is empty' },
    ]);
    expect(
      parseDefinitions(`# ${'x'.repeat(1_000_000)}`, SOURCE).problems,
    ).toEqual([
      {
        source: SOURCE,
        message: 'The file has 1.1 MB; at most 1 MB are read',
      },
    ]);
  });
});

describe('checkDefinitions', () => {
  const check = (files: Record<string, string>) =>
    checkDefinitions(
      Object.entries(files).flatMap(
        ([source, text]) => parseDefinitions(text, source).documents,
      ),
    );

  it('refuses a name that is there twice, and names both places', () => {
    const { documents, problems } = check({
      'a.yaml': `${TYPE}---\n${DEFINITION}`,
      'b.yaml': DEFINITION.replace(
        'driver: postgres',
        'driver: other\n  match: { environment: staging }',
      ),
    });
    expect(documents).toHaveLength(2);
    expect(problems).toEqual([
      {
        source: 'b.yaml',
        documentIndex: 0,
        path: 'metadata.name',
        line: 4,
        column: 3,
        message:
          "metadata.name 'postgres-shared' is taken by the ResourceDefinition in 'a.yaml', line 13, column 3",
      },
    ]);
  });

  it('lets a type and a definition have the same name', () => {
    expect(
      check({
        'a.yaml': `${TYPE}---\n${DEFINITION.replace(
          'postgres-shared',
          'postgres',
        )}`,
      }).problems,
    ).toEqual([]);
  });

  it('refuses a definition of a type that nobody describes', () => {
    const { documents, problems } = check({
      'a.yaml': `${TYPE}---\n${DEFINITION.replace(
        'type: postgres',
        'type: mongodb',
      )}`,
    });
    expect(documents).toHaveLength(1);
    expect(problems).toEqual([
      {
        source: 'a.yaml',
        documentIndex: 1,
        path: 'spec.type',
        line: 15,
        column: 3,
        message:
          "spec.type is 'mongodb', which no ResourceType describes; there are postgres",
      },
    ]);
  });

  it('refuses a definition that would match the same requests', () => {
    const { documents, problems } = check({
      'a.yaml': TYPE,
      'b.yaml': DEFINITION,
      'c.yaml': DEFINITION.replace('postgres-shared', 'postgres-other').replace(
        'driver: postgres',
        'driver: postgres\n  match:\n    class: default',
      ),
    });
    expect(documents).toHaveLength(2);
    expect(problems).toEqual([
      {
        source: 'c.yaml',
        documentIndex: 0,
        path: 'spec.match',
        line: 8,
        column: 3,
        message:
          "spec.match is the same as that of 'postgres-shared' in 'b.yaml', line 5, column 1: one of them has to say more precisely what it is for",
      },
    ]);
  });
});
