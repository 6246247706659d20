import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useScorecardSignals } from '../../hooks/scorecardHooks';
import { TeamMap } from './TeamMap';

/** The services of a group and of the groups below it by scorecards. */
export function TeamScorecards() {
  const { entity } = useEntity();
  useScorecardSignals();
  return <TeamMap ownerRef={stringifyEntityRef(entity)} />;
}
