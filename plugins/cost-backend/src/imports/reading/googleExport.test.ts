import { parquetWriteBuffer } from 'hyparquet-writer';
import { focusCsv, sampleRow } from '../__testUtils__/focusCsv';
import { readContents } from '../__testUtils__/readContents';

/*
 * The table that Google Cloud exports to BigQuery: 37 columns of FOCUS 1.2, and what
 * FOCUS has no column for.
 */

it('reads the columns of Google Cloud, with its labels as tags', async () => {
  const without = [
    'BillingAccountName',
    'InvoiceId',
    'InvoiceIssuerName',
    'ServiceCategory',
    'Tags',
  ];
  const row = {
    BillingAccountType: 'Billing Account',
    PricingCurrency: 'EUR',
    ProviderName: 'Google Cloud',
    x_Credits: '[]',
    x_ProjectLabels:
      '[{"Key":"team","Value":"platform"},{"Key":"cost-center","Value":"2087"}]',
    x_Labels:
      '[{"Key":"team","Value":"payments"},{"Key":"goog-k8s-cluster-name","Value":"main"}]',
    x_SystemLabels:
      '[{"Key":"compute.googleapis.com/machine_spec","Value":"n2-standard-4"}]',
    x_Tags:
      '[{"Key":"environment","Value":"production","x_Inherited":false,"x_Namespace":"1/environment"}]',
  };
  const none = {
    x_ProjectLabels: '[]',
    x_Labels: '[]',
    x_SystemLabels: '[]',
    x_Tags: '',
  };
  const { charges, report } = await readContents([
    focusCsv([row, { ...row, ...none }], { without }),
  ]);
  expect(report.focusVersion).toBe('1.2');
  expect(
    report.problems.map(({ column, rule, severity }) => [
      severity,
      rule,
      column,
    ]),
  ).toEqual([
    ['warning', 'column-missing', 'BillingAccountName'],
    ['warning', 'column-missing', 'InvoiceIssuerName'],
    ['warning', 'column-missing', 'ServiceCategory'],
  ]);
  expect(charges.map(({ tags }) => JSON.parse(tags))).toEqual([
    {
      'compute.googleapis.com/machine_spec': 'n2-standard-4',
      'cost-center': '2087',
      environment: 'production',
      'goog-k8s-cluster-name': 'main',
      'kubernetes.cluster': 'main',
      team: 'payments',
    },
    {},
  ]);
  const tagged = await readContents([
    focusCsv([{ ...row, Tags: '{"team":"search"}' }]),
  ]);
  expect(tagged.charges).toMatchObject([{ tags: '{"team":"search"}' }]);
});

it.each(['team=payments;env=prod', '"payments"', '[{"Name":"team"}]'])(
  'keeps %s of a column named as one of labels, which are no tags',
  async x_Labels => {
    const { charges, report } = await readContents([
      focusCsv([{ x_Labels, x_Tags: '{"team":"payments"}' }], {
        without: ['Tags'],
      }),
    ]);
    expect(report.problems).toMatchObject([
      { severity: 'warning', rule: 'tags', column: 'x_Labels' },
    ]);
    expect(charges).toMatchObject([{ tags: '{"team":"payments"}' }]);
    expect(JSON.parse(charges[0]?.other ?? '{}')).toMatchObject({ x_Labels });
  },
);

it('keeps the scale of decimals inside of lists and objects of Parquet', async () => {
  const text = (name: string) => ({
    name,
    type: 'BYTE_ARRAY' as const,
    converted_type: 'UTF8' as const,
    repetition_type: 'OPTIONAL' as const,
  });
  const group = (name: string, children: number) => ({
    name,
    num_children: children,
    repetition_type: 'OPTIONAL' as const,
  });
  const decimal = {
    converted_type: 'DECIMAL',
    scale: 9,
    repetition_type: 'OPTIONAL',
  } as const;
  const names = Object.keys(sampleRow);
  const binary = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: names.length + 3 },
      { ...group('x_Credits', 1), converted_type: 'LIST' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      group('element', 2),
      text('Name'),
      {
        ...decimal,
        // As BigQuery has NUMERIC, and named as a column that is text.
        name: 'ServiceName',
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: 16,
        precision: 38,
      },
      group('x_Price', 1),
      { ...decimal, name: 'Amount', type: 'INT64', precision: 18 },
      { ...group('x_Rates', 1), converted_type: 'MAP' },
      { name: 'key_value', num_children: 2, repetition_type: 'REPEATED' },
      { ...text('key'), repetition_type: 'REQUIRED' },
      { ...decimal, name: 'value', type: 'INT32', precision: 9 },
      ...names.map(text),
    ],
    columnData: [
      {
        name: 'x_Credits',
        data: [
          [
            { Name: 'CUD', ServiceName: -1_250_000_000n },
            {
              Name: 'Promotion',
              ServiceName: 12_345_678_901_234_567_890_123_456_789n,
            },
            { Name: 'None', ServiceName: null },
          ],
        ],
      },
      { name: 'x_Price', data: [{ Amount: -1_250_000_000n }] },
      { name: 'x_Rates', data: [{ EUR: 500_000_000n }] },
      ...names.map(name => ({ name, data: [sampleRow[name] || null] })),
    ],
  });
  const { charges, report } = await readContents([new Uint8Array(binary)]);
  expect(report.problems).toEqual([]);
  expect(charges).toMatchObject([{ serviceName: 'Amazon EC2' }]);
  const other = JSON.parse(charges[0]?.other ?? '{}');
  expect(JSON.parse(other.x_Credits)).toEqual([
    { Name: 'CUD', ServiceName: '-1.25' },
    { Name: 'Promotion', ServiceName: '12345678901234567890.123456789' },
    { Name: 'None', ServiceName: null },
  ]);
  expect(JSON.parse(other.x_Price)).toEqual({ Amount: '-1.25' });
  expect(JSON.parse(other.x_Rates)).toEqual({ EUR: '0.5' });
});
