import { posix } from 'node:path';
import type { RepositoryAddress } from './parseRepositoryUrl';

/** Folders of the workflows that each host runs. */
export const WORKFLOW_FOLDERS: Record<RepositoryAddress['type'], string[]> = {
  github: ['.github/workflows'],
  gitlab: [],
  gitea: ['.gitea/workflows', '.forgejo/workflows', '.github/workflows'],
};

/** Files by which other systems know what to build, in lower case. */
export const CI_FILES: Record<string, string[]> = {
  'gitlab-ci': ['.gitlab-ci.yml'],
  jenkins: ['jenkinsfile'],
  circleci: ['.circleci/config.yml'],
  'azure-pipelines': ['azure-pipelines.yml'],
  buildkite: ['.buildkite/pipeline.yml'],
  drone: ['.drone.yml'],
  woodpecker: ['.woodpecker.yml', '.woodpecker.yaml'],
  travis: ['.travis.yml'],
  bitbucket: ['bitbucket-pipelines.yml'],
};

/** Whatever lies in these is run, or is part of what is run. */
const PIPELINE_FOLDERS = [
  ...Object.values(WORKFLOW_FOLDERS).flat(),
  '.github/actions',
  '.gitea/actions',
  '.forgejo/actions',
  '.circleci',
  '.buildkite',
  '.woodpecker',
];

/**
 * Whether a file of a repository says what is run when somebody pushes: on any
 * branch, before anybody has looked at it, and with the secrets of the repository.
 *
 * @param path - from the root of the repository, in any spelling that a host could
 * understand
 */
export function isPipelinePath(path: string): boolean {
  const plain = posix
    .normalize(`/${path.replaceAll('\\', '/')}`)
    .slice(1)
    .toLocaleLowerCase('en-US');
  return (
    PIPELINE_FOLDERS.some(folder => plain.startsWith(`${folder}/`)) ||
    Object.values(CI_FILES).flat().includes(plain)
  );
}
