import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { portalUserName } from './GitUsers.ts';
import { importCommits } from './importCommits.ts';
import type { FileChange, ImportedCommit } from './importCommits.ts';
import type { RepositoryStore } from './RepositoryStore.ts';
import { findRepositoryNameProblem, parseFilePath } from './validateNames.ts';

interface SampleFile {
  path: string;
  change: FileChange;
}

/** Left behind by running the samples; not part of them. */
const ignoredNames = new Set([
  '.git',
  '.DS_Store',
  '.pytest_cache',
  '.venv',
  '__pycache__',
  'coverage',
  'dist',
  'node_modules',
  'target',
]);

/** The history that a sample gets: one commit for each part of it. */
const chapters: { message: string; matches: (path: string) => boolean }[] = [
  {
    message: 'Describe the repository in the catalog',
    matches: file =>
      /^(catalog-info\.ya?ml|openapi\.yaml|asyncapi\.yaml|schema\.graphql|.*\.proto)$/.test(
        file,
      ),
  },
  {
    message: 'Deploy to production',
    matches: file => /^(deploy\/|Dockerfile$|\.dockerignore$)/.test(file),
  },
  {
    message: 'Write the documentation',
    matches: file => /^(docs\/|mkdocs\.yml$)/.test(file),
  },
  {
    message: 'Build and test every change',
    matches: file => file.startsWith('.github/'),
  },
];

const firstMessage = 'Start the repository';
const firstCommitAt = Date.UTC(2026, 8, 7, 8, 30);
const dayMs = 24 * 60 * 60 * 1000;
const fallbackOwner = 'platform-team';
const parallelism = 4;

export interface SeedRepositoriesOptions {
  store: RepositoryStore;
  owner: string;
  /** Each folder in here becomes a repository. */
  directory: string;
}

/**
 * Adds the repositories of the sample organisation that are not there yet.
 *
 * @remarks
 * The same folder always gives the same commit ids. What exists is left alone,
 * and so is what somebody deleted. Returns how many were added.
 */
export async function seedRepositories(
  options: SeedRepositoriesOptions,
): Promise<number> {
  const { store, owner, directory } = options;
  const pending: string[] = [];
  for (const entry of await fs.readdir(directory, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) {
      continue;
    }
    const problem = findRepositoryNameProblem(entry.name);
    if (problem) {
      throw new Error(
        `The folder '${entry.name}' cannot be a repository: ${problem}`,
      );
    }
    const isKnown =
      store.get(owner, entry.name) !== undefined ||
      (await store.isRemoved(owner, entry.name));
    if (!isKnown) {
      pending.push(entry.name);
    }
  }

  let addedCount = 0;
  const work = async () => {
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const files = await readFiles(path.join(directory, name), '');
      if (files.length > 0) {
        await seedRepository(options, name, files);
        addedCount++;
      }
    }
  };
  await Promise.all(Array.from({ length: parallelism }, work));
  return addedCount;
}

async function seedRepository(
  options: SeedRepositoriesOptions,
  name: string,
  files: SampleFile[],
) {
  const { ownerTeam, description } = readCatalogInfo(files);
  const commits = buildHistory(files, { name, ownerTeam });
  await options.store.create({
    owner: options.owner,
    name,
    details: {
      description,
      isPrivate: false,
      createdAt: new Date(firstCommitAt).toISOString(),
    },
    defaultBranch: 'main',
    userName: portalUserName,
    fill: gitDir => importCommits({ gitDir, ref: 'refs/heads/main', commits }),
  });
}

async function readFiles(
  root: string,
  directory: string,
): Promise<SampleFile[]> {
  const files: SampleFile[] = [];
  const entries = await fs.readdir(path.join(root, directory), {
    withFileTypes: true,
  });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const relative = directory ? `${directory}/${entry.name}` : entry.name;
    if (ignoredNames.has(entry.name) || !parseFilePath(relative)) {
      continue;
    }
    if (entry.isDirectory()) {
      files.push(...(await readFiles(root, relative)));
    } else if (entry.isFile()) {
      const file = path.join(root, relative);
      const [content, stats] = await Promise.all([
        fs.readFile(file),
        fs.stat(file),
      ]);
      const mode = stats.mode % 2 === 1 ? '100755' : '100644';
      files.push({
        path: relative,
        change: { path: relative, mode, content },
      });
    }
  }
  return files;
}

function buildHistory(
  files: SampleFile[],
  repository: { name: string; ownerTeam: string },
): ImportedCommit[] {
  const groups = [
    {
      message: firstMessage,
      files: files.filter(
        file => !chapters.some(chapter => chapter.matches(file.path)),
      ),
    },
    ...chapters.map((chapter, index) => ({
      message: chapter.message,
      files: files.filter(
        file => chapters.findIndex(other => other.matches(file.path)) === index,
      ),
    })),
  ].filter(group => group.files.length > 0);

  const author = {
    name: titleCase(repository.ownerTeam),
    email: `${repository.ownerTeam}@acme.example`,
  };
  // Spread out, so that the list of commits is no column of equal dates.
  const offsetDays = hash(repository.name) % 20;
  return groups.map((group, index) => ({
    author,
    committer: author,
    date: new Date(
      firstCommitAt +
        (offsetDays + index * 9) * dayMs +
        (hash(`${repository.name} ${index}`) % 500) * 60_000,
    ),
    message: `${group.message}\n`,
    changes: group.files.map(file => file.change),
  }));
}

/** The owner and description that the repository's own metadata names. */
function readCatalogInfo(files: SampleFile[]) {
  const file = files.find(({ path: name }) => name === 'catalog-info.yaml');
  let ownerTeam: string | undefined;
  let description: string | undefined;
  if (file && 'content' in file.change) {
    const documents = parseAllDocuments(file.change.content.toString('utf8'));
    for (const document of documents) {
      const owner = document.getIn?.(['spec', 'owner']);
      const text = document.getIn?.(['metadata', 'description']);
      ownerTeam ??= typeof owner === 'string' ? owner : undefined;
      description ??= typeof text === 'string' ? text : undefined;
    }
  }
  return {
    ownerTeam: (ownerTeam ?? fallbackOwner).replace(/^.*[:/]/, ''),
    description: description?.trim().replace(/\s+/g, ' ') ?? '',
  };
}

function titleCase(name: string) {
  return name
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function hash(text: string) {
  return createHash('sha256').update(text).digest().readUInt32BE();
}
