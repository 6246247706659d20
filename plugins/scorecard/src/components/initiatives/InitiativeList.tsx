import { z } from 'zod';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  type Initiative,
  initiativeStateSchema,
} from '@atrium/plugin-scorecard-common';
import {
  countWords,
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  formatDate,
  ListBar,
  QueryState,
  StatusBadge,
  textStyles,
  useAddressState,
} from '@atrium/ui';
import {
  useInitiatives,
  useManagedScorecards,
} from '../../hooks/useInitiatives';
import { useReadCsv } from '../../hooks/useReadCsv';
import { newInitiativeRouteRef } from '../../routes';
import { INITIATIVE_WORDS } from '../../words/stateWords';
import { EntityLinks } from '../shared/EntityLinks';
import { InitiativeLink } from '../shared/InitiativeLink';
import { ProgressBar } from './ProgressBar';

const filtersSchema = z.object({ state: initiativeStateSchema.optional() });

const COLUMNS: DataColumn<Initiative>[] = [
  {
    title: 'Initiative',
    cell: initiative => (
      <>
        <InitiativeLink initiative={initiative} />
        <div className={textStyles.muted}>
          {initiative.goalTitle}, {initiative.scorecardTitle}
        </div>
      </>
    ),
  },
  {
    title: 'State',
    cell: ({ state }) => (
      <StatusBadge status={INITIATIVE_WORDS[state].status}>
        {INITIATIVE_WORDS[state].text}
      </StatusBadge>
    ),
  },
  {
    title: 'Progress',
    cell: initiative => <ProgressBar progress={initiative} />,
  },
  { title: 'Due', cell: ({ dueOn }) => formatDate(dueOn) },
  {
    title: 'Lead',
    cell: ({ ownerRef }) => <EntityLinks entityRefs={[ownerRef]} />,
  },
];

/** All initiatives, and the way to another one. */
export function InitiativeList() {
  const [{ state }, set] = useAddressState(filtersSchema);
  const readRows = useReadCsv('initiatives', { state });
  return (
    <>
      <FilterRow>
        <FilterSelect
          label="State"
          anyLabel="Any state"
          options={initiativeStateSchema.options.map(value => ({
            value,
            label: INITIATIVE_WORDS[value].text,
          }))}
          value={state}
          onChange={value => set({ state: value })}
        />
      </FilterRow>
      <QueryState
        query={useInitiatives({ state })}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={
              state ? 'No initiative is in this state' : 'No initiative yet'
            }
            description="An initiative asks some teams to pass checks or to reach a level by a day. It reminds them, and is done by itself when nothing is left."
            action={<StartButton />}
          />
        }
        loading={<Skeleton width="100%" height={240} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar summary={countWords(totalItems, 'initiative')}>
              <CsvButton name="initiatives" readRows={readRows} />
              <StartButton />
            </ListBar>
            <DataTable
              label="Initiatives"
              columns={COLUMNS}
              items={items}
              keyOf={({ id }) => id}
            />
          </>
        )}
      </QueryState>
    </>
  );
}

function StartButton() {
  const href = useRouteRef(newInitiativeRouteRef)?.();
  const isAllowed = useManagedScorecards().length > 0;
  return href && isAllowed ? (
    <ButtonLink
      variant="primary"
      size="small"
      iconStart={<RiAddLine />}
      href={href}
    >
      Start an initiative
    </ButtonLink>
  ) : null;
}
