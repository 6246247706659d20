import { RiDatabase2Line } from '@remixicon/react';
import { z } from 'zod';
import { requestStateSchema } from '@atrium/plugin-provisioning-common';
import {
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
import { t } from '../../translation';
import { REQUEST_STATE_WORDS } from '../../words/stateWords';
import { RequestButton } from '../shared/RequestButton';
import { requestColumns, waitingColumns } from './requestColumns';

const filtersSchema = z.object({
  state: requestStateSchema.optional(),
  system: z.string().optional(),
});

/** What people asked for: first what waits for the reader. */
export function RequestList() {
  const [{ state, system }, set] = useAddressState(filtersSchema);
  const systems = useSystemOptions();
  const types = useTypes();
  const awaiting = useAwaitingMe().data?.items ?? [];
  return (
    <>
      {awaiting.length > 0 && (
        <Section title={t('requestList.waitingForYou')}>
          <DataTable
            label={t('requestList.requestsWaitingForYou')}
            columns={waitingColumns(types)}
            items={awaiting}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
      <Section title={t('requestList.allRequests')}>
        <FilterRow>
          <FilterSelect
            label={t('requestList.state')}
            anyLabel={t('requestList.anyState')}
            options={requestStateSchema.options.map(value => ({
              value,
              label: REQUEST_STATE_WORDS[value].label,
            }))}
            value={state}
            onChange={value => set({ state: value })}
          />
          <FilterSelect
            label={t('requestList.system')}
            anyLabel={t('requestList.anySystem')}
            options={systems}
            value={system}
            onChange={value => set({ system: value })}
          />
        </FilterRow>
        <NewestTable
          query={useRequests({ state, systemRef: system })}
          label={t('requestList.requestsNewestFirst')}
          countText={count => t('requestList.requests', { count })}
          columns={requestColumns(types)}
          keyOf={({ id }) => id}
          empty={{
            icon: <RiDatabase2Line />,
            title:
              state || system
                ? t('requestList.noRequestFitsTheseFilters')
                : t('requestList.nobodyHasAskedForAnything'),
            description: t('requestList.everyResourceBeginsWithA'),
            action: state || system ? undefined : <RequestButton />,
          }}
        />
      </Section>
    </>
  );
}
