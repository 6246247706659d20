import { encodePath } from '../giteaTypes.ts';
import type { Commit } from '../parseCommit.ts';
import { commitTitle } from '../parseCommit.ts';
import type { Repository } from '../Repository.ts';
import { html } from '../../html.ts';
import type { Html, HtmlValue } from '../../html.ts';
import type { Page } from './renderLayout.ts';

/** What of a repository the visitor looks at. */
export interface RepositoryView {
  repository: Repository;
  /** Branch, tag or commit as it is called in the address. */
  ref: string;
  kind: RefKind;
  commit: string;
  path: string;
  cloneUrl: string;
}

type RepositoryTab = 'files' | 'commits' | 'actions';

export type RefKind = 'branch' | 'tag' | 'commit';

export function repositoryHref(repository: Repository): string {
  return `/${repository.fullName}`;
}

export function viewHref(
  view: RepositoryView,
  page: 'src' | 'raw' | 'commits',
  path: string,
): string {
  const suffix = path === '' ? '' : `/${encodePath(path)}`;
  return `${repositoryHref(view.repository)}/${page}/${view.kind}/${encodePath(
    view.ref,
  )}${suffix}`;
}

/** A page inside a repository: its name, its tabs, and the content. */
export function repositoryPage(
  repository: Repository,
  options: {
    title: string;
    activeTab?: RepositoryTab;
    breadcrumb?: { label: string; href: string }[];
    body: HtmlValue;
  },
): Page {
  const href = repositoryHref(repository);
  const branch = encodePath(repository.defaultBranch);
  const tab = (name: RepositoryTab, label: string, target: string) =>
    html`<a
      href="${target}"
      ${options.activeTab === name ? html` aria-current="page"` : ''}
      >${label}</a
    >`;
  return {
    title: options.title,
    breadcrumb: [
      { label: repository.owner, href: `/${repository.owner}` },
      { label: repository.name, href },
      ...(options.breadcrumb ?? []),
    ],
    body: html`<h1>
        ${repository.name}${repository.details.isPrivate
          ? html` <span class="badge">private</span>`
          : ''}
      </h1>
      ${repository.details.description
        ? html`<p class="lead">${repository.details.description}</p>`
        : ''}
      <nav class="tabs" aria-label="Repository">
        ${tab('files', 'Files', href)}${tab(
          'commits',
          'Commits',
          `${href}/commits/branch/${branch}`,
        )}${tab('actions', 'Actions', `${href}/actions`)}
      </nav>
      ${options.body}`,
  };
}

export function commitHref(repository: Repository, sha: string): string {
  return `${repositoryHref(repository)}/commit/${sha}`;
}

export function renderCommitLine(repository: Repository, commit: Commit): Html {
  return html`<div class="commit-line">
    <a class="title" href="${commitHref(repository, commit.sha)}"
      >${commitTitle(commit)}</a
    >
    <span class="muted"
      >${commit.author.name} · ${renderDate(commit.committer.date)}</span
    >
    <a class="sha" href="${commitHref(repository, commit.sha)}"
      >${commit.sha.slice(0, 10)}</a
    >
  </div>`;
}

/** Days, as every visitor reads them the same. */
export function renderDate(date: string): Html {
  return html`<time datetime="${date}">${date.slice(0, 10)}</time>`;
}

export function renderBranches(view: RepositoryView): HtmlValue {
  const { repository, path, ref } = view;
  const { branches } = repository;
  if (branches.length < 2 && branches.includes(ref)) {
    return html`<span class="badge">${ref}</span>`;
  }
  return html`<details class="branches">
    <summary>${view.kind === 'commit' ? ref.slice(0, 10) : ref}</summary>
    <ul>
      ${branches.map(
        name =>
          html`<li>
            <a
              href="${viewHref(
                { ...view, kind: 'branch', ref: name },
                'src',
                path,
              )}"
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

/** The links of the folders that lead to a file. */
export function renderPath(view: RepositoryView): HtmlValue {
  const parts = view.path === '' ? [] : view.path.split('/');
  return html`<span class="path"
    ><a href="${viewHref(view, 'src', '')}">${view.repository.name}</a
    >${parts.map(
      (part, index) =>
        html`<span>/</span
          ><a
            href="${viewHref(view, 'src', parts.slice(0, index + 1).join('/'))}"
            >${part}</a
          >`,
    )}</span
  >`;
}

export function renderClone(cloneUrl: string): Html {
  return html`<div class="clone">
    <span class="muted">Clone</span
    ><code tabindex="0">git clone ${cloneUrl}</code>
  </div>`;
}
