import type { CsvCell } from '@atrium/common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';

/** Resources as rows of a spreadsheet, headings first. */
export function resourceCells(resources: ProvisionedResource[]): CsvCell[][] {
  return [
    [
      'name',
      'type',
      'environment',
      'state',
      'owner',
      'components',
      'plan',
      'leaseEndsAt',
      'monthlyPrice',
      'currency',
      'health',
      'differences',
      'checkedAt',
      'id',
    ],
    ...resources.map(resource => [
      resource.name,
      resource.type,
      resource.environment,
      resource.state,
      resource.ownerRef,
      resource.entityRefs.join(' '),
      resource.plan,
      resource.lease?.endsAt ?? '',
      resource.monthlyPrice?.amount ?? '',
      resource.monthlyPrice?.currency ?? '',
      resource.health?.status ?? '',
      resource.drift.differences.join('; '),
      resource.drift.checkedAt ?? '',
      resource.id,
    ]),
  ];
}
