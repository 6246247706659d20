import {
  focusColumns,
  type FocusVersion,
  hasColumn,
  isMandatory,
  tellFocusVersion,
} from './focusColumns';

const columns = [...focusColumns.values()];

/** From the lists of columns that each version of the specification has. */
it.each([
  ['1.0', 43, 21],
  ['1.1', 50, 21],
  ['1.2', 57, 21],
  ['1.3', 65, 21],
  ['1.4', 65, 21],
] as const)('FOCUS %s has %i columns', (version, count, mandatoryCount) => {
  expect(columns.filter(column => hasColumn(column, version))).toHaveLength(
    count,
  );
  expect(columns.filter(column => isMandatory(column, version))).toHaveLength(
    mandatoryCount,
  );
});

it('knows what was renamed and removed', () => {
  const names = (version: FocusVersion) =>
    columns
      .filter(column => isMandatory(column, version))
      .map(({ name }) => name)
      .filter(name => /Provider|Publisher/.test(name));
  expect(names('1.2')).toEqual(['ProviderName', 'PublisherName']);
  expect(names('1.3')).toEqual(['HostProviderName', 'ServiceProviderName']);
  expect(names('1.4')).toEqual(['HostProviderName', 'ServiceProviderName']);
});

it.each([
  [['BilledCost', 'ProviderName'], '1.0'],
  [['ProviderName', 'SkuMeter'], '1.1'],
  [['ProviderName', 'InvoiceId', 'x_Mine'], '1.2'],
  [['ProviderName', 'ServiceProviderName'], '1.3'],
  [['ServiceProviderName'], '1.4'],
])('tells from %j that it is FOCUS %s', (names, version) => {
  expect(tellFocusVersion(names)).toBe(version);
});
