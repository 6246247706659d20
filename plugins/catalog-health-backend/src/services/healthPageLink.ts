/** The page of the portal that lists what is wrong with a repository. */
export function healthPageLink(repository: string): string {
  return `/catalog-health?${new URLSearchParams({ repository })}`;
}
