import { z } from 'zod';
import { FilterRow, FilterSelect, useAddressState } from '@atrium/ui';
import { useGroupOptions } from '../../hooks/useGroupOptions';
import { useScorecards } from '../../hooks/useScorecards';
import { t } from '../../translation';
import { TeamMap } from './TeamMap';

const filtersSchema = z.object({ owner: z.string().optional() });

/** The services of the reader's teams, or of another one, by scorecards. */
export function TeamsPage() {
  const [{ owner }, set] = useAddressState(filtersSchema);
  const scorecards = useScorecards().data?.items ?? [];
  return (
    <>
      {scorecards.length > 0 && (
        <FilterRow>
          <TeamFilter
            scorecard={scorecards[0].name}
            owner={owner}
            onChange={next => set({ owner: next })}
          />
        </FilterRow>
      )}
      <TeamMap ownerRef={owner} />
    </>
  );
}

function TeamFilter(props: {
  scorecard: string;
  owner: string | undefined;
  onChange(owner: string | undefined): void;
}) {
  const { scorecard, owner, onChange } = props;
  return (
    <FilterSelect
      label={t('teamsPage.team')}
      anyLabel={t('teamsPage.myTeams')}
      options={useGroupOptions(scorecard, 'owner')}
      value={owner}
      onChange={onChange}
    />
  );
}
