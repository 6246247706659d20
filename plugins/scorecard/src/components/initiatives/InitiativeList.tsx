import { z } from 'zod';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine, RiMedalLine } from '@remixicon/react';
import {
  type Initiative,
  initiativeStateSchema,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  FilterSelect,
  formatDay,
  ListBar,
  QueryState,
  StatusBadge,
  textStyles,
  useAddressState,
  readField,
  ViewSkeleton,
} from '@atrium/ui';
import {
  useInitiatives,
  useManagedScorecards,
} from '../../hooks/useInitiatives';
import { useReadCsv } from '../../hooks/useReadCsv';
import { newInitiativeRouteRef } from '../../routes';
import { t } from '../../translation';
import { INITIATIVE_WORDS } from '../../words/stateWords';
import { EntityLinks } from '../shared/EntityLinks';
import { InitiativeLink } from '../shared/InitiativeLink';
import { ProgressBar } from './ProgressBar';

const filtersSchema = z.object({ state: initiativeStateSchema.optional() });

const COLUMNS: DataColumn<Initiative>[] = [
  {
    get title() {
      return t('initiativeList.initiative');
    },
    cell: initiative => (
      <>
        <InitiativeLink initiative={initiative} />
        <div className={textStyles.muted}>
          {readField(initiative, 'goalTitle')}, {initiative.scorecardTitle}
        </div>
      </>
    ),
  },
  {
    get title() {
      return t('initiativeList.state');
    },
    cell: ({ state }) => (
      <StatusBadge status={INITIATIVE_WORDS[state].status}>
        {INITIATIVE_WORDS[state].text}
      </StatusBadge>
    ),
  },
  {
    get title() {
      return t('initiativeList.progress');
    },
    cell: initiative => <ProgressBar progress={initiative} />,
  },
  {
    get title() {
      return t('initiativeList.due');
    },
    cell: ({ dueOn }) => formatDay(dueOn),
  },
  {
    get title() {
      return t('initiativeList.lead');
    },
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
          label={t('initiativeList.state')}
          anyLabel={t('initiativeList.anyState')}
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
            icon={<RiMedalLine />}
            title={
              state
                ? t('initiativeList.noInitiativeIsInThis')
                : t('initiativeList.noInitiativeYet')
            }
            description={t('initiativeList.anInitiativeAsksSomeTeams')}
            action={<StartButton />}
          />
        }
        loading={<ViewSkeleton height={240} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={t('initiativeList.initiatives', { count: totalItems })}
            >
              <CsvButton name="initiatives" readRows={readRows} />
              <StartButton />
            </ListBar>
            <DataTable
              label={t('initiativeList.initiatives2')}
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
  const { managed } = useManagedScorecards();
  return href && managed.length > 0 ? (
    <ButtonLink
      variant="primary"
      size="small"
      iconStart={<RiAddLine />}
      href={href}
    >
      {t('initiativeList.startAnInitiative')}
    </ButtonLink>
  ) : null;
}
