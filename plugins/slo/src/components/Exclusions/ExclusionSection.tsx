import { useState } from 'react';
import { Button } from '@backstage/ui';
import { DataTable, EmptyState, QueryState, Section } from '@atrium/ui';
import type { SloExclusion, SloSummary } from '@atrium/plugin-slo-common';
import { useExclusionRights, useExclusions } from '../../hooks/useExclusions';
import { t } from '../../translation';
import { ExclusionDialog } from './ExclusionDialog';
import { exclusionColumns } from './exclusionColumns';

/** Props of {@link ExclusionSection}. */
export interface ExclusionSectionProps {
  entityRef: string;
  /** What a new exclusion can be for. */
  slos: SloSummary[];
  /** Whether only what concerns the one SLO is listed. */
  isOfOneSlo?: boolean;
}

/** Times that do not count, with who took them out and why. */
export function ExclusionSection(props: ExclusionSectionProps) {
  const { entityRef, slos, isOfOneSlo } = props;
  const [isOpen, setIsOpen] = useState(false);
  const { canCreate, canDelete } = useExclusionRights(entityRef);
  const select = (exclusions: SloExclusion[]) =>
    exclusions.filter(
      ({ sloName }) =>
        !isOfOneSlo ||
        sloName === undefined ||
        slos.some(({ name }) => name === sloName),
    );
  return (
    <Section
      title={t('exclusionSection.exclusions')}
      tools={
        canCreate && (
          <Button
            variant="secondary"
            size="small"
            onPress={() => setIsOpen(true)}
          >
            {t('exclusionSection.addExclusion')}
          </Button>
        )
      }
    >
      <QueryState
        query={useExclusions(entityRef)}
        isEmpty={({ items }) => select(items).length === 0}
        empty={
          <EmptyState
            title={t('exclusionSection.noExclusions')}
            description={
              canCreate
                ? t('exclusionSection.takePlannedMaintenanceOutBefore')
                : t('exclusionSection.ownersCanTakePlannedMaintenance')
            }
          />
        }
      >
        {({ items }) => (
          <DataTable
            label={t('exclusionSection.exclusionsNewestFirst')}
            columns={exclusionColumns({ canDelete, slos })}
            items={select(items)}
            keyOf={({ id }) => id}
          />
        )}
      </QueryState>
      {isOpen && (
        <ExclusionDialog
          entityRef={entityRef}
          slos={slos}
          onClose={() => setIsOpen(false)}
        />
      )}
    </Section>
  );
}
