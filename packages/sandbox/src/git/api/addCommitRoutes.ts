import type { Router } from 'express';
import type { GitHostContext } from '../GitHostContext.ts';
import { toBranch, toCommit, toTreeEntry } from '../giteaTypes.ts';
import { HttpError } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import { readWildcard } from '../readWildcard.ts';
import type { RequestReader } from './RequestReader.ts';

export interface AddCommitRoutesOptions {
  context: GitHostContext;
  read: RequestReader;
}

/** As many entries as Gitea gives at once. */
const treePageSize = 1_000;

/** Commits, trees and branches. */
export function addCommitRoutes(
  router: Router,
  options: AddCommitRoutesOptions,
) {
  const { context, read } = options;
  const { config } = context;

  router.get('/repos/:owner/:repo/git/trees/*', async (request, response) => {
    const repository = read.repository(request);
    const sha = await read.commit(repository, readWildcard(request));
    const entries = await repository.listFiles(sha);
    const page = Math.max(1, Number(request.query.page) || 1);
    const end = page * treePageSize;
    response.json({
      sha,
      tree: entries.slice(end - treePageSize, end).map(toTreeEntry),
      truncated: entries.length > end,
      page,
      total_count: entries.length,
    });
  });

  router.get('/repos/:owner/:repo/git/commits/*', async (request, response) => {
    const repository = read.repository(request);
    const sha = await read.commit(repository, readWildcard(request));
    const [commit, files] = await Promise.all([
      repository.readCommit(sha),
      repository.listChangedFiles([sha]),
    ]);
    response.json(
      toCommit(config, repository, { commit, files: files.get(sha) ?? [] }),
    );
  });

  router.get('/repos/:owner/:repo/commits', async (request, response) => {
    const repository = read.repository(request);
    if (repository.isEmpty) {
      throw new HttpError(409, `Git Repository is empty.`);
    }
    const sha = await read.commit(repository, request.query.sha);
    const { path: requestedPath } = request.query;
    const path =
      typeof requestedPath === 'string' ? read.path(requestedPath) : undefined;
    const { skip, limit } = read.page(request);
    const [commits, totalCount] = await Promise.all([
      repository.log(sha, { path, skip, limit }),
      repository.countCommits(sha, path),
    ]);
    // The slow part, which clients can do without.
    const hasFiles = request.query.files !== 'false';
    const files = await repository.listChangedFiles(
      hasFiles ? commits.map(commit => commit.sha) : [],
    );
    read.sendPage(response, {
      items: commits.map(commit =>
        toCommit(config, repository, {
          commit,
          files: files.get(commit.sha) ?? [],
        }),
      ),
      totalCount,
    });
  });

  const describeBranch = async (repository: Repository, name: string) => {
    const state = repository.refs.get(`refs/heads/${name}`);
    if (!state) {
      throw new HttpError(404, `No branch '${name}'`);
    }
    return toBranch(config, repository, {
      name,
      commit: await repository.readCommit(state.commit),
    });
  };

  router.get('/repos/:owner/:repo/branches', async (request, response) => {
    const repository = read.repository(request);
    const { skip, limit } = read.page(request);
    const names = repository.branches;
    const items = await Promise.all(
      names
        .slice(skip, skip + limit)
        .map(name => describeBranch(repository, name)),
    );
    read.sendPage(response, { items, totalCount: names.length });
  });

  router.get('/repos/:owner/:repo/branches/*', async (request, response) => {
    const repository = read.repository(request);
    response.json(await describeBranch(repository, readWildcard(request)));
  });
}
