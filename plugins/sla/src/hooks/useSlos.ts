import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { MAX_PAGE_SIZE } from '@atrium/common';
import type { AgreementTerms } from '@atrium/plugin-sla-common';
import { TITLE_ROOM } from '@atrium/ui';
import { useSlaQuery } from './slaHooks';

const useSlosOf = (entityRefs: string[]) =>
  useSlaQuery(['slos-of', entityRefs], async api =>
    entityRefs.length > 0
      ? api.listSlos({ entityRef: entityRefs, limit: MAX_PAGE_SIZE })
      : { items: [], totalItems: 0 },
  );

/** The SLOs of an entity. */
export const useEntitySlos = (entityRef: string) => useSlosOf([entityRef]);

/** The SLOs of the person and their groups. */
export function useTeamSlos() {
  const identityApi = useApi(identityApiRef);
  return useSlaQuery(['slos-of-team'], async api => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return api.listSlos({ ownerRef: userEntityRef, limit: MAX_PAGE_SIZE });
  });
}

/** The most entities that one may ask for at once. */
const MAX_ENTITIES = 100;

/** What an agreement is measured by. */
type Measure = Pick<AgreementTerms, 'entityRef' | 'sloName' | 'objectiveId'>;

/** Says what people call the SLOs, and objectives, that agreements are measured by. */
export function useMeasureTitles(
  measures: Measure[],
): (measure: Measure) => string {
  const entityRefs = [...new Set(measures.map(({ entityRef }) => entityRef))]
    .sort()
    .slice(0, MAX_ENTITIES);
  const { data, isPending } = useSlosOf(entityRefs);
  return ({ entityRef, sloName, objectiveId }) => {
    if (isPending) {
      return TITLE_ROOM;
    }
    const slo = data?.items.find(
      one => one.entityRef === entityRef && one.name === sloName,
    );
    const objective = slo?.objectives.find(
      one => one.objectiveId === objectiveId,
    );
    return [slo?.displayName ?? sloName, objective?.displayName ?? objectiveId]
      .filter(Boolean)
      .join(', ');
  };
}
