import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiAddLine, RiShakeHandsLine } from '@remixicon/react';
import {
  DataTable,
  EmptyState,
  FilterRow,
  formatNumber,
  ListBar,
  OwnerAndSystemFilters,
  QueryState,
  type TableSort,
  ViewSkeleton,
} from '@atrium/ui';
import type { AgreementSummary } from '@atrium/plugin-sla-common';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { useAgreements } from '../../hooks/useAgreements';
import { useAgreementFilters } from '../../hooks/useAgreementFilters';
import { useMeasureTitles, useTeamSlos } from '../../hooks/useSlos';
import { t } from '../../translation';
import { AgreementDialog } from '../form/AgreementDialog';
import { agreementColumns } from './agreementColumns';
import { DeletedAgreements } from './DeletedAgreements';

/** All agreements, with how this month goes for each. */
export function AgreementList() {
  const [filters, set] = useAgreementFilters();
  const { owner, system } = filters;
  const query = useAgreements({ ownerRef: owner, systemRef: system });
  const measureTitle = useMeasureTitles(query.data?.items ?? []);
  const [sort, setSort] = useState<TableSort>();
  return (
    <>
      <FilterRow>
        <OwnerAndSystemFilters
          annotation={SLO_ANNOTATION}
          owner={owner}
          system={system}
          onChange={set}
        />
      </FilterRow>
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          owner || system ? (
            <EmptyState
              title={t('agreementList.noAgreementFitsTheFilters')}
              action={
                <Button
                  variant="secondary"
                  onPress={() => set({ owner: undefined, system: undefined })}
                >
                  {t('agreementList.showAllAgreements')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={<RiShakeHandsLine />}
              title={t('agreementList.noAgreementYet')}
              description={t('agreementList.whoeverOwnsAServiceThat')}
              action={<NewAgreement />}
            />
          )
        }
        loading={<ViewSkeleton height={240} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={
                items.length < totalItems
                  ? t('agreementList.ofAgreementsChooseAnOwner', {
                      itemsCount: items.length,
                      totalItems: formatNumber(totalItems),
                    })
                  : t('agreementList.agreements', { count: totalItems })
              }
            >
              <NewAgreement />
            </ListBar>
            <DataTable
              label={t('agreementList.agreements2')}
              columns={agreementColumns(measureTitle)}
              items={[...items].sort(byUrgency)}
              keyOf={({ id }) => id}
              sort={sort}
              onSort={setSort}
            />
          </>
        )}
      </QueryState>
      <DeletedAgreements ownerRef={owner} systemRef={system} />
    </>
  );
}

/** Offered to whoever owns something with SLOs. */
function NewAgreement() {
  const slos = useTeamSlos().data?.items ?? [];
  const [isOpen, setIsOpen] = useState(false);
  if (slos.length === 0) {
    return null;
  }
  return (
    <>
      <Button
        variant="primary"
        size="small"
        iconStart={<RiAddLine />}
        onPress={() => setIsOpen(true)}
      >
        {t('agreementList.newAgreement')}
      </Button>
      {isOpen && (
        <AgreementDialog slos={slos} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

/** Those that are missed first; by name otherwise, as they come. */
function byUrgency(a: AgreementSummary, b: AgreementSummary): number {
  const isMissed = ({ latest }: AgreementSummary) =>
    latest?.isTargetMet === false ? 1 : 0;
  return isMissed(b) - isMissed(a);
}
