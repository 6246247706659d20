import type { Request, Router } from 'express';
import type { ActionOutcome, ActionRun, Actions } from '../Actions.ts';
import type { GitHostContext } from '../GitHostContext.ts';
import { repositoryUrl } from '../giteaTypes.ts';
import { HttpError } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import type { RequestReader } from './RequestReader.ts';

export interface AddActionRoutesOptions {
  context: GitHostContext;
  read: RequestReader;
}

const conclusions: Record<ActionOutcome, string> = {
  success: 'success',
  failure: 'failure',
  error: 'failure',
  cancelled: 'cancelled',
};

const statuses: Record<ActionRun['status'], string> = {
  queued: 'queued',
  running: 'in_progress',
  finished: 'completed',
};

/** The runs of the CI. */
export function addActionRoutes(
  router: Router,
  options: AddActionRoutesOptions,
) {
  const { context, read } = options;

  const requireActions = (): Actions => {
    if (!context.actions) {
      throw new HttpError(404, 'This git host has no CI');
    }
    return context.actions;
  };

  const requireRun = (
    request: Request,
    find: (repository: Repository, number: number) => ActionRun | undefined,
  ) => {
    const repository = read.repository(request);
    const { run: number } = request.params;
    const run = /^\d{1,9}$/.test(number)
      ? find(repository, Number(number))
      : undefined;
    if (!run) {
      throw new HttpError(404, `No run '${number}'`);
    }
    return toWorkflowRun(repositoryUrl(context.config, repository), run);
  };

  router.get('/repos/:owner/:repo/actions/runs', (request, response) => {
    const repository = read.repository(request);
    const runs = requireActions().list(repository);
    const { skip, limit } = read.page(request);
    const url = repositoryUrl(context.config, repository);
    response.json({
      total_count: runs.length,
      workflow_runs: runs
        .slice(skip, skip + limit)
        .map(run => toWorkflowRun(url, run)),
    });
  });

  router.get('/repos/:owner/:repo/actions/runs/:run', (request, response) => {
    const actions = requireActions();
    response.json(
      requireRun(request, (repository, number) =>
        actions.get(repository, number),
      ),
    );
  });

  router.post(
    '/repos/:owner/:repo/actions/runs/:run/rerun',
    (request, response) => {
      const actions = requireActions();
      const { name: userName } = read.requireUser(request);
      response
        .status(201)
        .json(
          requireRun(request, (repository, number) =>
            actions.rerun(repository, { number, userName }),
          ),
        );
    },
  );
}

function toWorkflowRun(url: string, run: ActionRun) {
  const toTime = (atMs: number | undefined) =>
    atMs === undefined ? null : new Date(atMs).toISOString();
  return {
    id: run.number,
    run_number: run.number,
    display_title: run.title,
    event: run.trigger,
    head_branch: run.branch,
    head_sha: run.commit,
    html_url: `${url}/actions/runs/${run.number}`,
    status: statuses[run.status],
    conclusion: run.outcome ? conclusions[run.outcome] : null,
    actor: { login: run.userName },
    created_at: toTime(run.queuedAtMs),
    started_at: toTime(run.startedAtMs),
    completed_at: toTime(run.finishedAtMs),
  };
}
