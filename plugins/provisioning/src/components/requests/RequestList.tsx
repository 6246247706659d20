import { z } from 'zod';
import { requestStateSchema } from '@atrium/plugin-provisioning-common';
import {
  countWords,
  DataTable,
  FilterRow,
  FilterSelect,
  NewestTable,
  Section,
  useAddressState,
} from '@atrium/ui';
import { useAwaitingMe, useRequests } from '../../hooks/useRequests';
import { useSystemOptions } from '../../hooks/useSystemOptions';
import { useTypes } from '../../hooks/useTypes';
import { REQUEST_STATE_WORDS } from '../../words/stateWords';
import { requestColumns } from './requestColumns';

const filtersSchema = z.object({
  state: requestStateSchema.optional(),
  system: z.string().optional(),
});

/** What people asked for: first what waits for the reader. */
export function RequestList() {
  const [{ state, system }, set] = useAddressState(filtersSchema);
  const systems = useSystemOptions();
  const columns = requestColumns(useTypes());
  const awaiting = useAwaitingMe().data?.items ?? [];
  return (
    <>
      {awaiting.length > 0 && (
        <Section title="Waiting for you">
          <DataTable
            label="Requests waiting for you"
            columns={columns}
            items={awaiting}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
      <Section title="All requests">
        <FilterRow>
          <FilterSelect
            label="State"
            anyLabel="Any state"
            options={requestStateSchema.options.map(value => ({
              value,
              label: REQUEST_STATE_WORDS[value].label,
            }))}
            value={state}
            onChange={value => set({ state: value })}
          />
          <FilterSelect
            label="System"
            anyLabel="Any system"
            options={systems}
            value={system}
            onChange={value => set({ system: value })}
          />
        </FilterRow>
        <NewestTable
          query={useRequests({ state, system })}
          label="Requests, newest first"
          countText={count => countWords(count, 'request')}
          columns={columns}
          keyOf={({ id }) => id}
          empty={{
            title:
              state || system
                ? 'No request fits these filters'
                : 'Nobody has asked for anything yet',
            description:
              'Every resource begins with a request, which keeps who asked, who agreed and what was done.',
          }}
        />
      </Section>
    </>
  );
}
