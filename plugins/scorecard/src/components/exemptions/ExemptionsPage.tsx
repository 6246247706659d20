import { z } from 'zod';
import { Skeleton } from '@backstage/ui';
import { exemptionStateSchema } from '@atrium/plugin-scorecard-common';
import {
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  ListBar,
  QueryState,
  Section,
  useAddressState,
} from '@atrium/ui';
import {
  useExemptions,
  useExemptionsToDecide,
} from '../../hooks/useExemptions';
import { countWords } from '../../words/countWords';
import { EXEMPTION_WORDS } from '../../words/stateWords';
import { ExemptionDebtTable } from './ExemptionDebtTable';
import { exemptionColumns, waitingColumns } from './exemptionColumns';

const filtersSchema = z.object({ state: exemptionStateSchema.optional() });

/** What is passed over: first what waits for the reader, then the debt. */
export function ExemptionsPage() {
  const waiting = useExemptionsToDecide().data?.items ?? [];
  return (
    <>
      {waiting.length > 0 && (
        <Section title="Waiting for you">
          <DataTable
            label="Exemptions waiting for you"
            columns={waitingColumns}
            items={waiting}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
      <ExemptionDebtTable />
      <AllExemptions />
    </>
  );
}

function AllExemptions() {
  const [{ state }, set] = useAddressState(filtersSchema);
  return (
    <Section title="All exemptions">
      <FilterRow>
        <FilterSelect
          label="State"
          anyLabel="Any state"
          options={exemptionStateSchema.options.map(value => ({
            value,
            label: EXEMPTION_WORDS[value].text,
          }))}
          value={state}
          onChange={value => set({ state: value })}
        />
      </FilterRow>
      <QueryState
        query={useExemptions({ state })}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={state ? 'No exemption is in this state' : 'No exemption yet'}
            description="Owners ask for one at a check of their service, with a reason and for some days. Who owns the scorecard decides."
          />
        }
        loading={<Skeleton width="100%" height={240} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={
                items.length < totalItems
                  ? `The newest ${items.length} of ${totalItems} exemptions`
                  : countWords(totalItems, 'exemption')
              }
            />
            <DataTable
              label="Exemptions, newest first"
              columns={exemptionColumns}
              items={items}
              keyOf={({ id }) => id}
            />
          </>
        )}
      </QueryState>
    </Section>
  );
}
