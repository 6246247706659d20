import { z } from 'zod';
import { exemptionStateSchema } from '@atrium/plugin-scorecard-common';
import {
  countWords,
  CsvButton,
  DataTable,
  FilterRow,
  FilterSelect,
  NewestTable,
  Section,
  useAddressState,
} from '@atrium/ui';
import {
  useExemptions,
  useExemptionsToDecide,
} from '../../hooks/useExemptions';
import { useReadCsv } from '../../hooks/useReadCsv';
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
  const readRows = useReadCsv('exemptions', { state });
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
      <NewestTable
        query={useExemptions({ state })}
        label="Exemptions, newest first"
        countText={count => countWords(count, 'exemption')}
        columns={exemptionColumns}
        keyOf={({ id }) => id}
        empty={{
          title: state ? 'No exemption is in this state' : 'No exemption yet',
          description:
            'Owners ask for one at a check of their service, with a reason and for some days. Who owns the scorecard decides.',
        }}
      >
        <CsvButton name="exemptions" readRows={readRows} />
      </NewestTable>
    </Section>
  );
}
