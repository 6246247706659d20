import fs from 'node:fs/promises';
import type { ErrorRequestHandler, Request, Response } from 'express';
import PromiseRouter from 'express-promise-router';
import { requireRepository } from '../GitHostContext.ts';
import type { GitHostContext } from '../GitHostContext.ts';
import { repositoryUrl } from '../giteaTypes.ts';
import { HttpError, statusOf } from '../HttpError.ts';
import type { Repository } from '../Repository.ts';
import { readWildcard } from '../readWildcard.ts';
import { sendRawFile } from '../sendRawFile.ts';
import { parseFilePath } from '../validateNames.ts';
import { addActionRoutes } from './addActionRoutes.ts';
import { html } from '../../html.ts';
import { renderCommit, renderCommitList } from './renderCommits.ts';
import { renderEdit } from './renderEdit.ts';
import { renderFile } from './renderFile.ts';
import { renderFolder } from './renderFolder.ts';
import { renderLayout } from './renderLayout.ts';
import type { Page } from './renderLayout.ts';
import { renderRepositoryList } from './renderRepositoryList.ts';
import { renderClone, repositoryPage } from './RepositoryView.ts';
import type { RefKind, RepositoryView } from './RepositoryView.ts';

const pageHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/** The web pages of the host, at the addresses that Gitea uses. */
export async function createPagesRouter(context: GitHostContext) {
  const { config, organisation, store, users } = context;
  const style = await readAll(['layout.css', 'content.css', 'actions.css']);
  const icon = await readAll(['favicon.svg']);
  const router = PromiseRouter();

  router.use((_request, response, next) => {
    response.set(pageHeaders);
    next();
  });

  const send = (response: Response, page: Page, status = 200) => {
    response
      .status(status)
      .type('html')
      .send(renderLayout(page, config.portalUrl).text);
  };

  const signedIn = (request: Request) =>
    users.authenticate(request.headers.authorization);

  const open = (request: Request) =>
    requireRepository(context, request, signedIn(request));

  const find = async (
    request: Request,
    options: { kind: RefKind; rest: string },
  ): Promise<RepositoryView> => {
    const repository = open(request);
    const { kind } = options;
    const { ref, path, commit: named } = splitRef(repository, options);
    const commit =
      kind === 'commit' ? await repository.resolveCommit(ref) : named;
    const filePath = parseFilePath(path);
    if (!commit || filePath === undefined) {
      throw new HttpError(404, `No ${kind} '${ref}' in this repository`);
    }
    return {
      repository,
      ref,
      kind,
      commit,
      path: filePath,
      cloneUrl: `${repositoryUrl(config, repository)}.git`,
    };
  };

  const renderView = async (view: RepositoryView): Promise<Page> => {
    const entry = await view.repository.findEntry(view.commit, view.path);
    if (!entry || entry.type === 'submodule') {
      throw new HttpError(404, `No file '${view.path}' on '${view.ref}'`);
    }
    return entry.type === 'dir' ? renderFolder(view) : renderFile(view, entry);
  };

  const renderEmpty = (repository: Repository) => {
    const cloneUrl = `${repositoryUrl(config, repository)}.git`;
    return repositoryPage(repository, {
      title: repository.fullName,
      activeTab: 'files',
      body: html`<div class="toolbar">${renderClone(cloneUrl)}</div>
        <section class="card">
          <p class="empty">
            This repository is empty. Push the first commit to it:
          </p>
          <pre>
git remote add origin ${cloneUrl}
git push origin HEAD:${repository.defaultBranch}</pre
          >
        </section>`,
    });
  };

  router.get('/-/style.css', (_request, response) => {
    response.type('css').send(style);
  });

  router.get('/favicon.svg', (_request, response) => {
    response.type('svg').send(icon);
  });

  router.get('/favicon.ico', (_request, response) => {
    response.redirect(301, '/favicon.svg');
  });

  router.get('/', (request, response) => {
    const user = signedIn(request);
    const repositories = store
      .list()
      .filter(({ details }) => user || !details.isPrivate);
    send(response, renderRepositoryList(organisation, repositories));
  });

  router.get('/:owner', (request, response) => {
    if (request.params.owner.toLowerCase() !== organisation.name) {
      throw new HttpError(404, `No page '${request.params.owner}'`);
    }
    response.redirect('/');
  });

  router.get('/:owner/:repo', async (request, response) => {
    const name = request.params.repo.replace(/\.git$/, '');
    request.params.repo = name;
    const repository = open(request);
    if (repository.isEmpty) {
      send(response, renderEmpty(repository));
      return;
    }
    const kind = 'branch';
    const rest = repository.defaultBranch;
    send(response, await renderView(await find(request, { kind, rest })));
  });

  router.get(
    '/:owner/:repo/src/:kind(branch|tag|commit)/*',
    async (request, response) => {
      send(response, await renderView(await find(request, readRest(request))));
    },
  );

  router.get(
    '/:owner/:repo/raw/:kind(branch|tag|commit)/*',
    async (request, response) => {
      await sendRawFile(response, await find(request, readRest(request)));
    },
  );

  router.get(
    '/:owner/:repo/commits/:kind(branch|tag|commit)/*',
    async (request, response) => {
      const view = await find(request, readRest(request));
      const page = Number(request.query.page);
      const isPage = Number.isSafeInteger(page) && page > 0 && page < 1e6;
      send(response, await renderCommitList(view, isPage ? page : 1));
    },
  );

  router.get('/:owner/:repo/commit/:sha', async (request, response) => {
    const repository = open(request);
    const { sha } = request.params;
    const commit = await repository.resolveCommit(sha);
    if (!commit) {
      throw new HttpError(404, `No commit '${sha}' in this repository`);
    }
    send(
      response,
      await renderCommit(repository, {
        sha: commit,
        statuses: context.statuses.list(repository, commit),
      }),
    );
  });

  addActionRoutes(router, { actions: context.actions, open, send });

  // Backstage leaves `branch/` out of the address, people may write it.
  router.get('/:owner/:repo/_edit/*', async (request, response) => {
    const kind = 'branch';
    const rest = readWildcard(request);
    const isKnown = splitRef(open(request), { kind, rest }).commit;
    const view = await find(request, {
      kind,
      rest: isKnown ? rest : rest.replace(/^branch\//, ''),
    });
    send(response, renderEdit(view));
  });

  router.use((request: Request) => {
    throw new HttpError(404, `No page '${request.path}'`);
  });

  // Express knows an error handler by its four parameters.
  // eslint-disable-next-line @typescript-eslint/max-params
  const sendError: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 500) {
      process.stderr.write(`git host: ${error?.stack ?? error}\n`);
    }
    const title = status === 404 ? 'Not found' : `Error ${status}`;
    const message =
      status === 500 ? 'The git host could not answer.' : error.message;
    const page = {
      title,
      body: html`<h1>${title}</h1>
        <p class="lead">${message}</p>
        <p><a href="/">All repositories</a></p>`,
    };
    response.set(pageHeaders);
    send(response, page, status);
  };
  router.use(sendError);

  return router;
}

async function readAll(names: string[]) {
  const parts = await Promise.all(
    names.map(name => fs.readFile(new URL(name, import.meta.url), 'utf8')),
  );
  return parts.join('\n');
}

function readRest(request: Request): { kind: RefKind; rest: string } {
  const { kind } = request.params;
  if (kind !== 'branch' && kind !== 'tag' && kind !== 'commit') {
    throw new HttpError(404, `No page '${request.path}'`);
  }
  return { kind, rest: readWildcard(request) };
}

/** Branch names may hold slashes, so the longest one that fits is meant. */
function splitRef(
  repository: Repository,
  options: { kind: RefKind; rest: string },
) {
  const { kind, rest } = options;
  const parts = rest.replace(/\/+$/, '').split('/');
  const prefix = kind === 'tag' ? 'refs/tags/' : 'refs/heads/';
  for (let length = parts.length; length > 0; length--) {
    const ref = parts.slice(0, length).join('/');
    const commit = repository.refs.get(`${prefix}${ref}`)?.commit;
    if (commit) {
      return { ref, path: parts.slice(length).join('/'), commit };
    }
  }
  const [ref, ...path] = parts;
  return { ref, path: path.join('/'), commit: undefined };
}
