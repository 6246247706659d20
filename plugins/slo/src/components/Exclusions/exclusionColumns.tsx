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
import { t } from '../../translation';
import { ExclusionState } from './ExclusionState';

/** What was taken out, why and by whom. */
const exclusionFacts: DataColumn<SloExclusion>[] = [
  {
    get title() {
      return t('exclusionColumns.appliesTo');
    },
    cell: ({ sloName, kind }) => (
      <>
        {sloName ?? t('exclusionColumns.allSlos')}
        <div className={textStyles.muted}>{EXCLUSION_KIND_WORDS[kind]}</div>
      </>
    ),
  },
  {
    get title() {
      return t('exclusionColumns.why');
    },
    cell: ({ reason }) => reason,
  },
  {
    get title() {
      return t('exclusionColumns.by');
    },
    cell: ({ createdBy }) => <EntityRefLink entityRef={createdBy} hideIcon />,
  },
];

/** What a table says of times that do not count. */
export function exclusionColumns(options: {
  canDelete: boolean;
}): DataColumn<SloExclusion>[] {
  return [
    {
      title: t('exclusionColumns.when'),
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
      title: t('exclusionColumns.now'),
      cell: exclusion => (
        <ExclusionState exclusion={exclusion} canDelete={options.canDelete} />
      ),
    },
  ];
}
