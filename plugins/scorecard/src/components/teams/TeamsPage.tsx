import { z } from 'zod';
import {
  FilterRow,
  FilterSelect,
  useAddressState,
  useOwnerAndSystemChoices,
} from '@atrium/ui';
import { t } from '../../translation';
import { TeamMap } from './TeamMap';

const filtersSchema = z.object({ owner: z.string().optional() });

/** The services of the reader's teams, or of another one, by scorecards. */
export function TeamsPage() {
  const [{ owner }, set] = useAddressState(filtersSchema);
  const { data: choices } = useOwnerAndSystemChoices();
  return (
    <>
      <FilterRow>
        <FilterSelect
          label={t('teamsPage.team')}
          anyLabel={t('teamsPage.myTeams')}
          options={choices?.owners ?? []}
          value={owner}
          onChange={next => set({ owner: next })}
        />
      </FilterRow>
      <TeamMap ownerRef={owner} />
    </>
  );
}
