import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  type DataColumn,
  formatDateTime,
  formatDuration,
  textStyles,
} from '@atrium/ui';
import {
  EXCLUSION_KIND_WORDS,
  type SloExclusion,
} from '@atrium/plugin-slo-common';
import { ExclusionState } from './ExclusionState';

/** What was taken out, why and by whom. */
const exclusionFacts: DataColumn<SloExclusion>[] = [
  {
    title: 'Applies to',
    cell: ({ sloName, kind }) => (
      <>
        {sloName ?? 'All SLOs'}
        <div className={textStyles.muted}>{EXCLUSION_KIND_WORDS[kind]}</div>
      </>
    ),
  },
  { title: 'Why', cell: ({ reason }) => reason },
  {
    title: 'By',
    cell: ({ createdBy }) => <EntityRefLink entityRef={createdBy} hideIcon />,
  },
];

/** What a table says of times that do not count. */
export function exclusionColumns(options: {
  canDelete: boolean;
}): DataColumn<SloExclusion>[] {
  return [
    {
      title: 'When',
      cell: ({ from, to }) => (
        <>
          {formatDateTime(from)}
          <div className={textStyles.muted}>
            {formatDuration((Date.parse(to) - Date.parse(from)) / 1_000)}
          </div>
        </>
      ),
    },
    ...exclusionFacts,
    {
      title: 'Now',
      cell: exclusion => (
        <ExclusionState exclusion={exclusion} canDelete={options.canDelete} />
      ),
    },
  ];
}
