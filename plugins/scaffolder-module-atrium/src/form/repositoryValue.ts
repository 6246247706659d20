/** What a repository picker asks for, by the names that its value has for them. */
export type RepositoryPart =
  | 'owner'
  | 'organization'
  | 'workspace'
  | 'project'
  | 'repo';

/** The value of a repository picker, taken apart; what is not known is empty. */
export type RepositoryPlace = { host: string } & Record<RepositoryPart, string>;

const PARTS: readonly RepositoryPart[] = [
  'owner',
  'organization',
  'workspace',
  'project',
  'repo',
];

/** Where in a git host a repository is, besides its own name, by the type of host. */
const PARTS_OF_HOSTS: Record<string, readonly RepositoryPart[]> = {
  azure: ['organization', 'project'],
  bitbucket: ['workspace', 'project'],
  bitbucketCloud: ['workspace', 'project'],
  bitbucketServer: ['project'],
  gerrit: ['owner', 'workspace'],
};

/** The parts that a host of a type has, in the order in which they are asked for. */
export function partsOfHost(type: string | undefined): RepositoryPart[] {
  return [...((type && PARTS_OF_HOSTS[type]) || ['owner']), 'repo'];
}

/** Takes `host?owner=acme&repo=refund-service` apart. */
export function parseRepositoryPlace(value: unknown): RepositoryPlace {
  const [host, search = ''] =
    typeof value === 'string' ? value.split('?') : [''];
  const params = new URLSearchParams(search);
  const part = (name: RepositoryPart) => params.get(name) ?? '';
  return {
    host,
    owner: part('owner'),
    organization: part('organization'),
    workspace: part('workspace'),
    project: part('project'),
    repo: part('repo'),
  };
}

/** The value as actions read it; undefined without a host. */
export function toRepositoryValue(place: RepositoryPlace): string | undefined {
  if (!place.host) {
    return undefined;
  }
  const params = new URLSearchParams();
  for (const part of PARTS) {
    if (place[part]) {
      params.set(part, place[part]);
    }
  }
  return `${place.host}?${params}`;
}
