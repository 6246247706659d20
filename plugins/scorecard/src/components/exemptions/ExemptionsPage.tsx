import { useMemo } from 'react';
import { RiMedalLine } from '@remixicon/react';
import { z } from 'zod';
import {
  type Exemption,
  exemptionStateSchema,
} from '@atrium/plugin-scorecard-common';
import {
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
import { t } from '../../translation';
import { EXEMPTION_WORDS } from '../../words/stateWords';
import { ExemptionDebtTable } from './ExemptionDebtTable';
import { exemptionColumns, waitingColumns } from './exemptionColumns';

const filtersSchema = z.object({ state: exemptionStateSchema.optional() });

const NONE: Exemption[] = [];

/** What is passed over: first what waits for the reader, then the debt. */
export function ExemptionsPage() {
  const waiting = useExemptionsToDecide().data?.items ?? NONE;
  return (
    <>
      {waiting.length > 0 && (
        <Section title={t('exemptionsPage.waitingForYou')}>
          <DataTable
            label={t('exemptionsPage.exemptionsWaitingForYou')}
            columns={waitingColumns}
            items={waiting}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
      <ExemptionDebtTable />
      <AllExemptions waiting={waiting} />
    </>
  );
}

function AllExemptions({ waiting }: { waiting: Exemption[] }) {
  const [{ state }, set] = useAddressState(filtersSchema);
  const readRows = useReadCsv('exemptions', { state });
  const columns = useMemo(
    () => exemptionColumns(new Set(waiting.map(({ id }) => id))),
    [waiting],
  );
  return (
    <Section title={t('exemptionsPage.allExemptions')}>
      <FilterRow>
        <FilterSelect
          label={t('exemptionsPage.state')}
          anyLabel={t('exemptionsPage.anyState')}
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
        label={t('exemptionsPage.exemptionsNewestFirst')}
        countText={count => t('exemptionsPage.exemptions', { count })}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{
          icon: state ? undefined : <RiMedalLine />,
          title: state
            ? t('exemptionsPage.noExemptionIsInThis')
            : t('exemptionsPage.noExemptionYet'),
          description: t('exemptionsPage.ownersAskForOneAt'),
        }}
      >
        <CsvButton name="exemptions" readRows={readRows} />
      </NewestTable>
    </Section>
  );
}
