import type { Request, Router } from 'express';
import type { CommitState, CommitStatus } from '../CommitStatusStore.ts';
import type { GitHostContext } from '../GitHostContext.ts';
import { HttpError } from '../HttpError.ts';
import { readText } from './changeFields.ts';
import type { RequestReader } from './RequestReader.ts';

export interface AddStatusRoutesOptions {
  context: GitHostContext;
  read: RequestReader;
}

/** From the worst to the best: the first that a commit has is its own. */
const states: CommitState[] = [
  'error',
  'failure',
  'warning',
  'pending',
  'success',
];

const maxTextLength = 500;

/** What others say of commits. */
export function addStatusRoutes(
  router: Router,
  options: AddStatusRoutesOptions,
) {
  const { context, read } = options;
  const { statuses } = context;

  const listFor = async (request: Request) => {
    const repository = read.repository(request);
    const commit = await read.commit(repository, request.params.sha);
    return { commit, items: statuses.list(repository, commit) };
  };

  router.post(
    '/repos/:owner/:repo/statuses/:sha',
    async (request, response) => {
      const { name: userName } = read.requireUser(request);
      const repository = read.repository(request);
      const commit = await read.commit(repository, request.params.sha);
      const body = read.body(request);
      const state = states.find(known => known === body.state);
      if (!state) {
        throw new HttpError(422, `[State]: In(${states.join(',')})`);
      }
      const status = statuses.add(repository, {
        commit,
        state,
        userName,
        context: limit(readText(body.context, 'Context')) ?? 'default',
        description: limit(readText(body.description, 'Description')) ?? '',
        targetUrl: readUrl(readText(body.target_url, 'TargetURL')),
      });
      response.status(201).json(toAnswer(status));
    },
  );

  router.get('/repos/:owner/:repo/statuses/:sha', async (request, response) => {
    const { items } = await listFor(request);
    read.sendPage(response, {
      items: items.map(toAnswer),
      totalCount: items.length,
    });
  });

  router.get(
    '/repos/:owner/:repo/commits/:sha/status',
    async (request, response) => {
      const { commit, items } = await listFor(request);
      response.json({
        sha: commit,
        state:
          states.find(state => items.some(item => item.state === state)) ?? '',
        total_count: items.length,
        statuses: items.map(toAnswer),
      });
    },
  );
}

function limit(text: string | undefined) {
  return text?.slice(0, maxTextLength);
}

function readUrl(text = '') {
  if (text !== '' && !/^https?:\/\//.test(text)) {
    throw new HttpError(422, '[TargetURL]: ValidUrl');
  }
  return limit(text) ?? '';
}

function toAnswer(status: CommitStatus) {
  return {
    id: status.id,
    status: status.state,
    target_url: status.targetUrl,
    description: status.description,
    context: status.context,
    creator: { login: status.userName },
    created_at: new Date(status.createdAtMs).toISOString(),
  };
}
