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
  type SloSummary,
} from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { ObjectiveLink } from '../shared/ObjectiveLink';
import { ExclusionState } from './ExclusionState';

/** What a table says of times that do not count. */
export function exclusionColumns(options: {
  canDelete: boolean;
  /** Those of the entity, by whose titles exclusions are listed. */
  slos: SloSummary[];
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
    {
      title: t('exclusionColumns.appliesTo'),
      cell: exclusion => (
        <>
          <SloTitle exclusion={exclusion} slos={options.slos} />
          <div className={textStyles.muted}>
            {EXCLUSION_KIND_WORDS[exclusion.kind]}
          </div>
        </>
      ),
    },
    { title: t('exclusionColumns.why'), cell: ({ reason }) => reason },
    {
      title: t('exclusionColumns.by'),
      cell: ({ createdBy }) => <EntityRefLink entityRef={createdBy} hideIcon />,
    },
    {
      title: t('exclusionColumns.now'),
      cell: exclusion => (
        <ExclusionState exclusion={exclusion} canDelete={options.canDelete} />
      ),
    },
  ];
}

function SloTitle(props: { exclusion: SloExclusion; slos: SloSummary[] }) {
  const { sloName, entityRef } = props.exclusion;
  const slo = props.slos.find(({ name }) => name === sloName);
  return slo ? (
    <ObjectiveLink
      to={{ sloId: slo.id, entityRef }}
      name={slo.displayName ?? slo.name}
    />
  ) : (
    // An SLO that is no longer there has nothing left but its name.
    <>{sloName ?? t('exclusionColumns.allSlos')}</>
  );
}
