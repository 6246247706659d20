import type { Request, Response, Router } from 'express';
import type { Actions } from '../Actions.ts';
import { HttpError } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import type { Page } from './renderLayout.ts';
import { renderRun, renderRunList } from './renderActions.ts';

export interface AddActionRoutesOptions {
  actions: Actions | undefined;
  open: (request: Request) => Repository;
  send: (response: Response, page: Page) => void;
}

/** The pages of the CI. */
export function addActionRoutes(
  router: Router,
  options: AddActionRoutesOptions,
) {
  const { actions, open, send } = options;

  router.get('/:owner/:repo/actions', (request, response) => {
    const repository = open(request);
    send(response, renderRunList(repository, actions?.list(repository) ?? []));
  });

  router.get(
    '/:owner/:repo/actions/runs/:number(\\d{1,9})',
    (request, response) => {
      const repository = open(request);
      const number = Number(request.params.number);
      const run = actions?.get(repository, number);
      if (!run) {
        throw new HttpError(404, `No run ${number} in this repository`);
      }
      send(response, renderRun(repository, run));
    },
  );
}
