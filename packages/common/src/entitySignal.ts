/**
 * Says that something changed for some entities, so that pages about them ask
 * again. It carries no data: what one may see is decided when one asks.
 */
export type EntitySignal<Subject extends string> = {
  entityRefs: string[];
  /** What changed, for at least one of them. */
  subjects: Subject[];
};
