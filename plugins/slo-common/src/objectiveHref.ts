/** What is opened on the tab of an entity. */
export interface ObjectiveTarget {
  sloId: string;
  /** Absent for the first one, and for all of a composite SLO together. */
  objectiveId?: string;
}

/**
 * The address of an objective on the tab of its entity.
 *
 * @param entityHref - the address of the page of the entity
 */
export function objectiveHref(
  entityHref: string,
  { sloId, objectiveId }: ObjectiveTarget,
): string {
  const opened = new URLSearchParams({
    slo: sloId,
    ...(objectiveId && { objective: objectiveId }),
  });
  return `${entityHref}/slos?${opened}`;
}
