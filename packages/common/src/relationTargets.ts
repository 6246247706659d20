/** An entity, as far as its relations are read. */
interface RelatedEntity {
  relations?: { type: string; targetRef: string }[];
}

/** The refs of what an entity has a relation of a type to, such as its owners. */
export function relationTargets(
  { relations = [] }: RelatedEntity,
  type: string,
): string[] {
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
