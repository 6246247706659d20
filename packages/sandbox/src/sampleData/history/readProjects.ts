import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readImageVersion } from '../../deployments/imageVersion.ts';
import type { Repository } from '../../git/Repository.ts';
import type { RepositoryStore } from '../../git/RepositoryStore.ts';
import { runGit } from '../../git/runGit.ts';
import type { ManifestSource } from '../../manifests.ts';

/** A repository with a component, as far as its history needs it. */
export interface Project {
  name: string;
  fullName: string;
  owner: string;
  system: string;
  /** Names of the people who work on it; at least one. */
  people: string[];
  /** What runs in production; libraries and jobs have none. */
  version?: string;
}

const entitySchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    owner: z.string().optional(),
    system: z.string().optional(),
    memberOf: z.array(z.string()).optional(),
  }),
});

type SampleEntity = z.infer<typeof entitySchema>;

const peopleFile = 'users.yaml';
const catalogFile = 'catalog-info.yaml';

/** Reads from the repositories who works on what. */
export async function readProjects(
  store: RepositoryStore,
  manifests: Pick<ManifestSource, 'list'>,
): Promise<Project[]> {
  const [files, sources] = await Promise.all([
    manifests.list(),
    Promise.all(store.list().map(readSource)),
  ]);
  const teams = new Map<string, string[]>();
  for (const user of sources.flatMap(({ users }) => users)) {
    for (const team of user.spec.memberOf ?? []) {
      teams.set(team, [...(teams.get(team) ?? []), user.metadata.name]);
    }
  }
  return sources.flatMap(({ repository, component }) => {
    if (!component) {
      return [];
    }
    const { name, fullName } = repository;
    const owner = (component.spec.owner ?? '').replace(/^.*[:/]/, '');
    const { system = owner } = component.spec;
    return {
      name,
      fullName,
      owner,
      system,
      people: teams.get(owner) ?? [owner],
      version: readImageVersion(files.filter(file => file.repository === name)),
    };
  });
}

async function readSource(repository: Repository) {
  const [users, catalog] = await readFiles(repository, [
    peopleFile,
    catalogFile,
  ]);
  return {
    repository,
    users: readEntities(users),
    component: readEntities(catalog).find(({ kind }) => kind === 'Component'),
  };
}

/** Contents at the head of the default branch, empty where there is no file. */
async function readFiles(
  repository: Repository,
  names: string[],
): Promise<string[]> {
  const commit = await repository.resolveCommit('HEAD');
  if (!commit) {
    return names.map(() => '');
  }
  // One process for all files: it is the first start that waits for this.
  const output = await runGit(['cat-file', '--batch'], {
    gitDir: repository.gitDir,
    input: names.map(name => `${commit}:${name}\n`).join(''),
  });
  let offset = 0;
  return names.map(() => {
    const lineEnd = output.indexOf('\n', offset);
    const line = output.toString('utf8', offset, lineEnd);
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(line)?.[1] ?? -1);
    const start = lineEnd + 1;
    // A file that is missing has no content, not even an empty one.
    offset = size < 0 ? start : start + size + 1;
    return output.toString('utf8', start, start + Math.max(size, 0));
  });
}

/** What cannot be read has no past; its pipeline says what is wrong. */
function readEntities(content: string): SampleEntity[] {
  try {
    return parseAllDocuments(content).flatMap(document => {
      const parsed = entitySchema.safeParse(document.toJS());
      return parsed.success ? [parsed.data] : [];
    });
  } catch {
    return [];
  }
}
