import type { Request, Response, Router } from 'express';
import { changeFile } from '../changeFile.ts';
import type { GitHostContext } from '../GitHostContext.ts';
import { toContents, toFileCommit } from '../giteaTypes.ts';
import { HttpError } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import { sendRawFile } from '../sendRawFile.ts';
import { isValidBranchName } from '../validateNames.ts';
import { readWildcard } from '../readWildcard.ts';
import type { RequestReader } from './RequestReader.ts';

export interface AddContentsRoutesOptions {
  context: GitHostContext;
  read: RequestReader;
}

const contentsPath = '/repos/:owner/:repo/contents';

/** Reads files and folders, and changes single files by commits. */
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

  const change = async (
    request: Request,
    action: 'create' | 'update' | 'delete',
  ) => {
    const user = read.requireUser(request);
    const repository = read.repository(request);
    const path = read.path(readWildcard(request));
    const body = read.body(request);
    const branch = readBranch(body.branch) ?? repository.defaultBranch;
    const newBranch = readBranch(body.new_branch);
    const result = await changeFile({
      store: context.store,
      repository,
      user,
      path,
      action,
      branch,
      newBranch,
      sha: readText(body.sha, 'SHA'),
      content: action === 'delete' ? undefined : readContent(body.content),
      message: readText(body.message, 'Message'),
      author: readPerson(body.author),
      committer: readPerson(body.committer),
    });
    const commit = await repository.readCommit(result.commit);
    return {
      isNew: result.isNew,
      body: {
        content:
          action === 'delete'
            ? null
            : await describe(repository, {
                commit: result.commit,
                ref: newBranch ?? branch,
                path,
              }),
        commit: toFileCommit(config, repository, commit),
        verification: {
          verified: false,
          reason: 'gpg.error.not_signed_commit',
          signature: '',
          signer: null,
          payload: '',
        },
      },
    };
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

function readText(value: unknown, name: string) {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new HttpError(422, `[${name}]: not a text`);
  }
  return value;
}

function readBranch(value: unknown) {
  const branch = readText(value, 'Branch');
  if (branch !== undefined && !isValidBranchName(branch)) {
    throw new HttpError(422, '[Branch]: GitRefName');
  }
  return branch;
}

function readContent(value: unknown) {
  if (typeof value !== 'string') {
    throw new HttpError(422, '[ContentBase64]: Required');
  }
  const text = value.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw new HttpError(422, '[ContentBase64]: illegal base64 data');
  }
  return Buffer.from(text, 'base64');
}

function readPerson(value: unknown) {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const name = 'name' in value ? readText(value.name, 'Name') : undefined;
  const email = 'email' in value ? readText(value.email, 'Email') : undefined;
  return name && email ? { name, email } : undefined;
}
