import type { Request, Response, Router } from 'express';
import { changeFiles } from '../changeFiles.ts';
import type { FileOperation } from '../changeFiles.ts';
import type { GitHostContext } from '../GitHostContext.ts';
import { toContents, toFileCommit } from '../giteaTypes.ts';
import { HttpError } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import { sendRawFile } from '../sendRawFile.ts';
import { readWildcard } from '../readWildcard.ts';
import {
  readBranch,
  readContent,
  readOperations,
  readPerson,
  readText,
} from './changeFields.ts';
import type { RequestReader } from './RequestReader.ts';

export interface AddContentsRoutesOptions {
  context: GitHostContext;
  read: RequestReader;
}

const contentsPath = '/repos/:owner/:repo/contents';

/** Reads files and folders, and changes files by commits. */
export function addContentsRoutes(
  router: Router,
  options: AddContentsRoutesOptions,
) {
  const { context, read } = options;
  const { config } = context;

  const describe = async (
    repository: Repository,
    target: { commit: string; ref: string; path: string },
  ) => {
    const { commit, ref, path } = target;
    const entry = await repository.findEntry(commit, path);
    if (!entry) {
      throw new HttpError(
        404,
        `object does not exist [id: , rel_path: ${path}]`,
      );
    }
    if (entry.type !== 'dir') {
      const isReadable = entry.type !== 'submodule';
      const [lastCommits, content] = await Promise.all([
        repository.log(commit, { path, limit: 1 }),
        isReadable ? repository.readBlob(entry.oid) : undefined,
      ]);
      return toContents(config, repository, {
        entry,
        ref,
        lastCommit: lastCommits[0],
        content,
      });
    }
    const entries = (await repository.listDirectory(commit, path)) ?? [];
    const lastCommits = await repository.findLastCommits(commit, entries);
    return entries.map(item =>
      toContents(config, repository, {
        entry: item,
        ref,
        lastCommit: lastCommits.get(item.path),
        content: undefined,
      }),
    );
  };

  router.get(
    [contentsPath, `${contentsPath}/*`],
    async (request: Request, response: Response) => {
      const repository = read.repository(request);
      const { ref } = request.query;
      const path = read.path(readWildcard(request));
      const commit = await read.commit(repository, ref);
      response.json(
        await describe(repository, {
          commit,
          ref: typeof ref === 'string' && ref ? ref : repository.defaultBranch,
          path,
        }),
      );
    },
  );

  router.get('/repos/:owner/:repo/raw/*', async (request, response) => {
    const repository = read.repository(request);
    const path = read.path(readWildcard(request));
    const commit = await read.commit(repository, request.query.ref);
    await sendRawFile(response, { repository, commit, path });
  });

  const commit = async (request: Request, files: FileOperation[]) => {
    const user = read.requireUser(request);
    const repository = read.repository(request);
    const body = read.body(request);
    const branch = readBranch(body.branch) ?? repository.defaultBranch;
    const newBranch = readBranch(body.new_branch);
    const result = await changeFiles({
      store: context.store,
      repository,
      user,
      files,
      branch,
      newBranch,
      message: readText(body.message, 'Message'),
      author: readPerson(body.author),
      committer: readPerson(body.committer),
    });
    const contents = await Promise.all(
      files.map(({ action, path }) =>
        action === 'delete'
          ? null
          : describe(repository, {
              commit: result.commit,
              ref: newBranch ?? branch,
              path,
            }),
      ),
    );
    const made = await repository.readCommit(result.commit);
    return {
      isNew: result.isNew,
      contents,
      answer: { commit: toFileCommit(config, repository, made) },
    };
  };

  router.post(contentsPath, async (request, response) => {
    read.requireUser(request);
    const { files } = read.body(request);
    const { contents, answer } = await commit(
      request,
      readOperations(files, read),
    );
    response.status(201).json({ files: contents, ...answer });
  });

  const change = async (request: Request, action: FileOperation['action']) => {
    read.requireUser(request);
    const { content, sha } = read.body(request);
    const { isNew, contents, answer } = await commit(request, [
      {
        action,
        path: read.path(readWildcard(request)),
        sha: readText(sha, 'SHA'),
        content: action === 'delete' ? undefined : readContent(content),
      },
    ]);
    return { isNew, body: { content: contents[0], ...answer } };
  };

  router.post(`${contentsPath}/*`, async (request, response) => {
    const { body } = await change(request, 'create');
    response.status(201).json(body);
  });

  router.put(`${contentsPath}/*`, async (request, response) => {
    const { isNew, body } = await change(request, 'update');
    response.status(isNew ? 201 : 200).json(body);
  });

  router.delete(`${contentsPath}/*`, async (request, response) => {
    const { body } = await change(request, 'delete');
    response.json(body);
  });
}
