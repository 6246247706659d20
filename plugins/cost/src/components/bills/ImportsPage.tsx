import { useState } from 'react';
import { z } from 'zod';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Skeleton } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import { type CostImport, importStateSchema } from '@atrium/plugin-cost-common';
import {
  countWords,
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  formatNumber,
  formatRoundMoney,
  ListBar,
  RelativeTime,
  Section,
  StatusBadge,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import { useUploadRight } from '../../hooks/useCostRights';
import { useImports, useSources } from '../../hooks/useImports';
import { importRouteRef } from '../../routes';
import { monthsWords } from '../../words/monthsWords';
import { IMPORT_WORDS } from '../../words/stateWords';
import { CostQuery } from '../shared/CostQuery';
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
    <Section title="Imports" tools={<UploadButton />}>
      <FilterRow>
        <FilterSelect
          label="Source"
          anyLabel="Any source"
          options={sources.map(({ name }) => ({ value: name, label: name }))}
          value={filters.source}
          onChange={source => set({ source })}
        />
        <FilterSelect
          label="State"
          anyLabel="Any state"
          options={importStateSchema.options.map(value => ({
            value,
            label: IMPORT_WORDS[value].text,
          }))}
          value={filters.state}
          onChange={state => set({ state })}
        />
      </FilterRow>
      <CostQuery
        query={imports}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="No bills here yet"
            description="Files of a folder or bucket are imported by themselves; others can be uploaded: FOCUS 1.0 to 1.4 as CSV or Parquet, plain or compressed, and daily CSV."
          />
        }
        loading={<Skeleton width="100%" height={320} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar summary={countWords(totalItems, 'import')} />
            <ImportTable imports={items} />
            <ShowMore query={imports} />
          </>
        )}
      </CostQuery>
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
        Upload a bill
      </Button>
      {isOpen && <UploadDialog onClose={() => setIsOpen(false)} />}
    </>
  ) : null;
}

function ImportTable({ imports }: { imports: CostImport[] }) {
  const toImport = useRouteRef(importRouteRef);
  const columns: DataColumn<CostImport>[] = [
    {
      title: 'File',
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
      title: 'State',
      cell: ({ state, errorCount, warningCount }) => (
        <span className={styles.stack}>
          <StatusBadge status={IMPORT_WORDS[state].status}>
            {IMPORT_WORDS[state].text}
          </StatusBadge>
          {errorCount + warningCount > 0 && (
            <span className={textStyles.muted}>
              {[
                errorCount > 0 && countWords(errorCount, 'error'),
                warningCount > 0 && countWords(warningCount, 'warning'),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          )}
        </span>
      ),
    },
    {
      title: 'Rows',
      isNumber: true,
      cell: ({ rowCount, state }) =>
        state === 'waiting' ? (
          <span className={textStyles.muted}>Not yet</span>
        ) : (
          formatNumber(rowCount)
        ),
    },
    {
      title: 'Billed',
      isNumber: true,
      cell: ({ totals }) =>
        totals
          .map(({ billed, currency }) =>
            formatRoundMoney({ amount: billed, currency }),
          )
          .join(', '),
    },
    {
      title: 'Billing periods',
      cell: ({ months, monthsInForce }) => (
        <span className={styles.stack}>
          {monthsWords(months)}
          {monthsInForce.length < months.length && (
            <span className={textStyles.muted}>
              {monthsInForce.length === 0
                ? 'Replaced by later imports'
                : `In force for ${monthsWords(monthsInForce)}`}
            </span>
          )}
        </span>
      ),
    },
    {
      title: 'Reconciliation',
      cell: ({ isReconciled }) =>
        isReconciled === undefined ? (
          <span className={textStyles.muted}>Not checked</span>
        ) : (
          <StatusBadge status={isReconciled ? 'good' : 'bad'}>
            {isReconciled ? 'To the last digit' : 'No'}
          </StatusBadge>
        ),
    },
    {
      title: 'Received',
      cell: ({ receivedAt }) => <RelativeTime instant={receivedAt} />,
    },
  ];
  return (
    <DataTable
      label="Files of bills"
      columns={columns}
      items={imports}
      keyOf={({ id }) => id}
    />
  );
}
