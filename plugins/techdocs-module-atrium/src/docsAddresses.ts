/** Where a page of documentation is written; without one, the first page. */
export function editHref(entityRef: string, page?: string): string {
  const params = new URLSearchParams({
    entity: entityRef,
    ...(page !== undefined && { page }),
  });
  return `/docs/edit?${params}`;
}

/** Where an owner reads what readers said of the documentation of an entity. */
export function feedbackHref(entityRef: string): string {
  return `/docs/feedback?${new URLSearchParams({ entity: entityRef })}`;
}
