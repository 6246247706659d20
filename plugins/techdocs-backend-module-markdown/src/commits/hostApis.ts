import { z } from 'zod';
import type { PageCommit } from './PageCommit';

/** A folder of a repository at one commit. */
export interface RepositoryFolder {
  /** Address of the API that lists the commits of the repository. */
  commitsUrl: string;
  /** Path inside the repository, empty for its root. */
  folder: string;
}

/** How one kind of git host is asked. */
export interface HostApi {
  parse(address: string, baseUrl: string): RepositoryFolder | undefined;
  query(commit: string, path: string): Record<string, string>;
  read(body: unknown): PageCommit | undefined;
}

const MAX_MESSAGE_LENGTH = 200;

const instant = z
  .string()
  .refine(text => !Number.isNaN(Date.parse(text)))
  .transform(text => new Date(text).toISOString());

const firstLine = z
  .string()
  .transform(text => text.trim().split('\n')[0].slice(0, MAX_MESSAGE_LENGTH));

const webAddress = z.url({ protocol: /^https?$/ }).optional();

/** Gitea took over this part of GitHub's API. */
const githubCommits = z
  .array(
    z.object({
      sha: z.string(),
      html_url: webAddress,
      commit: z.object({
        message: firstLine,
        author: z.object({ name: z.string() }).nullish(),
        committer: z.object({ date: instant }),
      }),
    }),
  )
  .transform(([item]) =>
    item
      ? {
          id: item.sha,
          date: item.commit.committer.date,
          author: item.commit.author?.name || undefined,
          message: item.commit.message || undefined,
          url: item.html_url,
        }
      : undefined,
  );

const gitlabCommits = z
  .array(
    z.object({
      id: z.string(),
      web_url: webAddress,
      title: firstLine,
      author_name: z.string().optional(),
      committed_date: instant,
    }),
  )
  .transform(([item]) =>
    item
      ? {
          id: item.id,
          date: item.committed_date,
          author: item.author_name || undefined,
          message: item.title || undefined,
          url: item.web_url,
        }
      : undefined,
  );

/** The parts of the path of an address below a base, decoded. */
function pathParts(address: string, baseUrl: string): string[] {
  const base = baseUrl.replace(/\/+$/, '');
  return address.startsWith(`${base}/`)
    ? address
        .slice(base.length + 1)
        .split(/[?#]/)[0]
        .split('/')
        .filter(Boolean)
        .map(decodeURIComponent)
    : [];
}

function encoded(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

export const giteaApi: HostApi = {
  parse(address, baseUrl) {
    const [owner, name, src, kind, ref, ...folder] = pathParts(
      address,
      baseUrl,
    );
    return src === 'src' && kind === 'branch' && ref
      ? {
          commitsUrl: `${baseUrl}/api/v1/repos/${encoded(owner, name)}/commits`,
          folder: folder.join('/'),
        }
      : undefined;
  },
  query: (commit, path) => ({
    sha: commit,
    path,
    limit: '1',
    // Without these the host reads the change itself for every commit.
    stat: 'false',
    verification: 'false',
    files: 'false',
  }),
  read: body => githubCommits.parse(body),
};

/** Takes the address of the API as its base for the answer. */
export function githubApi(apiBaseUrl: string): HostApi {
  return {
    parse(address, baseUrl) {
      const [owner, name, kind, ref, ...folder] = pathParts(address, baseUrl);
      return ['tree', 'blob'].includes(kind) && ref
        ? {
            commitsUrl: `${apiBaseUrl}/repos/${encoded(owner, name)}/commits`,
            folder: folder.join('/'),
          }
        : undefined;
    },
    query: (commit, path) => ({ sha: commit, path, per_page: '1' }),
    read: body => githubCommits.parse(body),
  };
}

/** Takes the address of the API as its base for the answer. */
export function gitlabApi(apiBaseUrl: string): HostApi {
  return {
    parse(address, baseUrl) {
      const parts = pathParts(address, baseUrl);
      const at = parts.findIndex(part => part === 'tree' || part === 'blob');
      const [ref, ...folder] = parts.slice(at + 1);
      const project = parts.slice(0, parts[at - 1] === '-' ? at - 1 : at);
      return at > 0 && ref
        ? {
            commitsUrl: `${apiBaseUrl}/projects/${encodeURIComponent(
              project.join('/'),
            )}/repository/commits`,
            folder: folder.join('/'),
          }
        : undefined;
    },
    query: (commit, path) => ({ ref_name: commit, path, per_page: '1' }),
    read: body => gitlabCommits.parse(body),
  };
}
