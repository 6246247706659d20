/** The versions of FOCUS that can be read, in order. */
export const FOCUS_VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4'] as const;

/** A version of FOCUS that can be read. */
export type FocusVersion = (typeof FOCUS_VERSIONS)[number];

/** What a column holds. */
export type FocusType = 'text' | 'decimal' | 'instant' | 'json';

/** A column of the dataset Cost and Usage. */
export interface FocusColumn {
  name: string;
  type: FocusType;
  since: FocusVersion;
  /** The first version without it. */
  until?: FocusVersion;
  /**
   * The first version that has it as mandatory, with or without a value. Optional
   * where it is absent: the standard has it as recommended, or on conditions that
   * a file does not tell.
   */
  mandatorySince?: FocusVersion;
  /** The first version in which it is no longer mandatory, as it is deprecated. */
  mandatoryUntil?: FocusVersion;
  /** Whether every row has a value where the column is mandatory. */
  hasValue?: boolean;
  /** What it may hold beside nothing; other values are warned of. */
  values?: readonly string[];
}

type Tuple = [
  name: string,
  type: FocusType,
  since: FocusVersion,
  other?: Omit<FocusColumn, 'name' | 'type' | 'since'>,
];

const always = { mandatorySince: '1.0', hasValue: true } as const;
const nullable = { mandatorySince: '1.0' } as const;
const deprecated = { ...always, mandatoryUntil: '1.3', until: '1.4' } as const;

/** What a charge can be. Everything else is refused: sums would mix it up. */
export const CHARGE_CATEGORIES = [
  'Usage',
  'Purchase',
  'Tax',
  'Credit',
  'Adjustment',
] as const;

const SERVICE_CATEGORIES = [
  'AI and Machine Learning',
  'Analytics',
  'Business Applications',
  'Compute',
  'Databases',
  'Developer Tools',
  'Identity',
  'Integration',
  'Internet of Things',
  'Management and Governance',
  'Media',
  'Migration',
  'Mobile',
  'Multicloud',
  'Networking',
  'Other',
  'Security',
  'Storage',
  'Web',
];

const COLUMNS: readonly Tuple[] = [
  ['AllocatedMethodDetails', 'json', '1.3'],
  ['AllocatedMethodId', 'text', '1.3'],
  ['AllocatedResourceId', 'text', '1.3'],
  ['AllocatedResourceName', 'text', '1.3'],
  ['AllocatedTags', 'json', '1.3'],
  ['AvailabilityZone', 'text', '1.0'],
  ['BilledCost', 'decimal', '1.0', always],
  ['BillingAccountId', 'text', '1.0', always],
  ['BillingAccountName', 'text', '1.0', nullable],
  ['BillingAccountType', 'text', '1.2'],
  ['BillingCurrency', 'text', '1.0', always],
  ['BillingPeriodEnd', 'instant', '1.0', always],
  ['BillingPeriodStart', 'instant', '1.0', always],
  ['CapacityReservationId', 'text', '1.1'],
  ['CapacityReservationStatus', 'text', '1.1', { values: ['Used', 'Unused'] }],
  // An unknown category is an error of its own.
  ['ChargeCategory', 'text', '1.0', always],
  ['ChargeClass', 'text', '1.0', { ...nullable, values: ['Correction'] }],
  ['ChargeDescription', 'text', '1.0', nullable],
  [
    'ChargeFrequency',
    'text',
    '1.0',
    { values: ['One-Time', 'Recurring', 'Usage-Based'] },
  ],
  ['ChargePeriodEnd', 'instant', '1.0', always],
  ['ChargePeriodStart', 'instant', '1.0', always],
  ['CommitmentDiscountCategory', 'text', '1.0', { values: ['Spend', 'Usage'] }],
  ['CommitmentDiscountId', 'text', '1.0'],
  ['CommitmentDiscountName', 'text', '1.0'],
  ['CommitmentDiscountQuantity', 'decimal', '1.1'],
  ['CommitmentDiscountStatus', 'text', '1.0', { values: ['Used', 'Unused'] }],
  ['CommitmentDiscountType', 'text', '1.0'],
  ['CommitmentDiscountUnit', 'text', '1.1'],
  ['CommitmentProgramEligibilityDetails', 'json', '1.4'],
  ['ConsumedQuantity', 'decimal', '1.0'],
  ['ConsumedUnit', 'text', '1.0'],
  ['ContractApplied', 'json', '1.3'],
  ['ContractedCost', 'decimal', '1.0', always],
  ['ContractedUnitPrice', 'decimal', '1.0'],
  ['EffectiveCost', 'decimal', '1.0', always],
  ['HostProviderName', 'text', '1.3', { mandatorySince: '1.3' }],
  ['InvoiceDetailId', 'text', '1.4'],
  ['InvoiceId', 'text', '1.2'],
  ['InvoiceIssuerName', 'text', '1.0', always],
  ['ListCost', 'decimal', '1.0', always],
  ['ListUnitPrice', 'decimal', '1.0'],
  [
    'PricingCategory',
    'text',
    '1.0',
    { values: ['Standard', 'Dynamic', 'Committed', 'Other'] },
  ],
  ['PricingCurrency', 'text', '1.2'],
  ['PricingCurrencyContractedUnitPrice', 'decimal', '1.2'],
  ['PricingCurrencyEffectiveCost', 'decimal', '1.2'],
  ['PricingCurrencyListUnitPrice', 'decimal', '1.2'],
  ['PricingQuantity', 'decimal', '1.0', nullable],
  ['PricingUnit', 'text', '1.0', nullable],
  ['ProviderName', 'text', '1.0', deprecated],
  ['PublisherName', 'text', '1.0', deprecated],
  ['RegionId', 'text', '1.0'],
  ['RegionName', 'text', '1.0'],
  ['ResourceId', 'text', '1.0'],
  ['ResourceName', 'text', '1.0'],
  ['ResourceType', 'text', '1.0'],
  ['ServiceCategory', 'text', '1.0', { ...always, values: SERVICE_CATEGORIES }],
  ['ServiceName', 'text', '1.0', always],
  [
    'ServiceProviderName',
    'text',
    '1.3',
    { mandatorySince: '1.3', hasValue: true },
  ],
  ['ServiceSubcategory', 'text', '1.1'],
  ['SkuId', 'text', '1.0'],
  ['SkuMeter', 'text', '1.1'],
  ['SkuPriceDetails', 'json', '1.1'],
  ['SkuPriceId', 'text', '1.0'],
  ['SubAccountId', 'text', '1.0'],
  ['SubAccountName', 'text', '1.0'],
  ['SubAccountType', 'text', '1.2'],
  ['Tags', 'json', '1.0'],
];

/** All columns of all versions, by name. */
export const focusColumns: ReadonlyMap<string, FocusColumn> = new Map(
  COLUMNS.map(([name, type, since, other]) => [
    name,
    { name, type, since, ...other },
  ]),
);

/** Whether a version has a column. */
export function hasColumn(column: FocusColumn, version: FocusVersion): boolean {
  return (
    isFrom(version, column.since) &&
    (column.until === undefined || !isFrom(version, column.until))
  );
}

/** Whether every file of a version has to have a column. */
export function isMandatory(
  { mandatorySince, mandatoryUntil }: FocusColumn,
  version: FocusVersion,
): boolean {
  return (
    mandatorySince !== undefined &&
    isFrom(version, mandatorySince) &&
    (mandatoryUntil === undefined || !isFrom(version, mandatoryUntil))
  );
}

/**
 * The version of a file that does not say it: the newest one that brought in a
 * column of it.
 *
 * @remarks Without `ProviderName` and with `ServiceProviderName` it is at least 1.4,
 * which removed the one for the other.
 */
export function tellFocusVersion(names: readonly string[]): FocusVersion {
  const has = new Set(names);
  if (has.has('ServiceProviderName') && !has.has('ProviderName')) {
    return '1.4';
  }
  const index = Math.max(
    0,
    ...names.map(name => {
      const column = focusColumns.get(name);
      return column ? FOCUS_VERSIONS.indexOf(column.since) : 0;
    }),
  );
  return FOCUS_VERSIONS[index] ?? '1.0';
}

function isFrom(version: FocusVersion, first: FocusVersion): boolean {
  return FOCUS_VERSIONS.indexOf(version) >= FOCUS_VERSIONS.indexOf(first);
}
