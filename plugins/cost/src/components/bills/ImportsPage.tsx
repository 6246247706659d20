import { useState } from 'react';
import { z } from 'zod';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import { RiMoneyEuroCircleLine, RiUpload2Line } from '@remixicon/react';
import { type CostImport, importStateSchema } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  formatNumber,
  formatRoundMoney,
  ListBar,
  QueryState,
  RelativeTime,
  Section,
  StatusBadge,
  textStyles,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { useUploadRight } from '../../hooks/useCostRights';
import { useImports, useSources } from '../../hooks/useImports';
import { importRouteRef } from '../../routes';
import { t } from '../../translation';
import { monthsWords } from '../../words/monthsWords';
import { IMPORT_WORDS } from '../../words/stateWords';
import { ShowMore } from '../shared/ShowMore';
import styles from '../shared/shared.module.css';
import { SourceTable } from './SourceTable';
import { UploadDialog } from './UploadDialog';

const filtersSchema = z.object({
  source: z.string().optional(),
  state: importStateSchema.optional(),
});

/** The files of bills: where they come from, and how reading them went. */
export function ImportsPage() {
  return (
    <>
      <SourceTable />
      <ImportSection />
    </>
  );
}

function ImportSection() {
  const [filters, set] = useAddressState(filtersSchema);
  const imports = useImports(filters);
  const sources = useSources().data?.items ?? [];
  return (
    <Section title={t('importsPage.imports')} tools={<UploadButton />}>
      <FilterRow>
        <FilterSelect
          label={t('importsPage.source')}
          anyLabel={t('importsPage.anySource')}
          options={sources.map(({ name }) => ({ value: name, label: name }))}
          value={filters.source}
          onChange={source => set({ source })}
        />
        <FilterSelect
          label={t('importsPage.state')}
          anyLabel={t('importsPage.anyState')}
          options={importStateSchema.options.map(value => ({
            value,
            label: IMPORT_WORDS[value].text,
          }))}
          value={filters.state}
          onChange={state => set({ state })}
        />
      </FilterRow>
      <QueryState
        query={imports}
        isEmpty={({ items }) => items.length === 0}
        empty={
          filters.source || filters.state ? (
            <EmptyState
              title={t('importsPage.noImportFitsTheFilters')}
              action={
                <Button
                  variant="secondary"
                  onPress={() => set({ source: undefined, state: undefined })}
                >
                  {t('importsPage.showAllImports')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={<RiMoneyEuroCircleLine />}
              title={t('importsPage.noBillsHereYet')}
              description={t('importsPage.filesOfAFolderOr')}
            />
          )
        }
        loading={<ViewSkeleton height={320} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={t('importsPage.imports2', { count: totalItems })}
            />
            <ImportTable imports={items} />
            <ShowMore query={imports} />
          </>
        )}
      </QueryState>
    </Section>
  );
}

function UploadButton() {
  const [isOpen, setIsOpen] = useState(false);
  return useUploadRight() ? (
    <>
      <Button
        variant="primary"
        size="small"
        iconStart={<RiUpload2Line />}
        onPress={() => setIsOpen(true)}
      >
        {t('importsPage.uploadABill')}
      </Button>
      {isOpen && <UploadDialog onClose={() => setIsOpen(false)} />}
    </>
  ) : null;
}

function ImportTable({ imports }: { imports: CostImport[] }) {
  const toImport = useRouteRef(importRouteRef);
  const columns: DataColumn<CostImport>[] = [
    {
      title: t('importsPage.file'),
      cell: ({ id, name, source }) => {
        const href = toImport?.({ importId: id });
        return (
          <span className={styles.stack}>
            <span className={styles.clamped} title={name}>
              {href ? <Link href={href}>{name}</Link> : name}
            </span>
            <span className={textStyles.muted}>{source}</span>
          </span>
        );
      },
    },
    {
      title: t('importsPage.state'),
      cell: ({ state, errorCount, warningCount }) => (
        <span className={styles.stack}>
          <StatusBadge status={IMPORT_WORDS[state].status}>
            {IMPORT_WORDS[state].text}
          </StatusBadge>
          {errorCount + warningCount > 0 && (
            <span className={textStyles.muted}>
              {[
                errorCount > 0 &&
                  t('importsPage.errors', { count: errorCount }),
                warningCount > 0 &&
                  t('importsPage.warnings', { count: warningCount }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          )}
        </span>
      ),
    },
    {
      title: t('importsPage.rows'),
      isNumber: true,
      cell: ({ rowCount, state }) =>
        state === 'waiting' ? (
          <span className={textStyles.muted}>{t('importsPage.notYet')}</span>
        ) : (
          formatNumber(rowCount)
        ),
    },
    {
      title: t('importsPage.billed'),
      isNumber: true,
      cell: ({ totals }) =>
        totals
          .map(({ billed, currency }) =>
            formatRoundMoney({ amount: billed, currency }),
          )
          .join(', '),
    },
    {
      title: t('importsPage.billingPeriods'),
      cell: ({ months, monthsInForce }) => (
        <span className={styles.stack}>
          {monthsWords(months)}
          {monthsInForce.length < months.length && (
            <span className={textStyles.muted}>
              {monthsInForce.length === 0
                ? t('importsPage.replacedByLaterImports')
                : t('importsPage.inForceFor', {
                    monthsInForce: monthsWords(monthsInForce),
                  })}
            </span>
          )}
        </span>
      ),
    },
    {
      title: t('importsPage.reconciliation'),
      cell: ({ isReconciled }) =>
        isReconciled === undefined ? (
          <span className={textStyles.muted}>
            {t('importsPage.notChecked')}
          </span>
        ) : (
          <StatusBadge status={isReconciled ? 'good' : 'bad'}>
            {isReconciled
              ? t('importsPage.toTheLastDigit')
              : t('importsPage.no')}
          </StatusBadge>
        ),
    },
    {
      title: t('importsPage.received'),
      cell: ({ receivedAt }) => <RelativeTime instant={receivedAt} />,
    },
  ];
  return (
    <DataTable
      label={t('importsPage.filesOfBills')}
      columns={columns}
      items={imports}
      keyOf={({ id }) => id}
    />
  );
}
