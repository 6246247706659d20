import { focusCsv } from '../__testUtils__/focusCsv';
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
  const wrong = await readContents([
    focusCsv([{ ...row, x_Tags: '[{"Name":"team"}]' }], { without }),
  ]);
  expect(wrong.report.problems).toContainEqual(
    expect.objectContaining({
      rule: 'tags',
      column: 'x_ProjectLabels, x_Labels, x_SystemLabels, x_Tags',
    }),
  );
});
