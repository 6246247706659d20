import { html } from '../../html.ts';
import type { HtmlValue } from '../../html.ts';
import type { Page } from './renderLayout.ts';
import {
  renderBranches,
  renderCommitLine,
  renderDate,
  renderPath,
  repositoryHref,
  repositoryPage,
  viewHref,
} from './RepositoryView.ts';
import type { RepositoryView } from './RepositoryView.ts';
import type { CommitState, CommitStatus } from '../CommitStatusStore.ts';
import type { Repository } from '../Repository.ts';

const pageSize = 30;
const maxDiffBytes = 400_000;

/** The history of a branch, a folder or a file. */
export async function renderCommitList(
  view: RepositoryView,
  pageNumber: number,
): Promise<Page> {
  const { repository, commit, path } = view;
  const commits = await repository.log(commit, {
    path: path || undefined,
    skip: (pageNumber - 1) * pageSize,
    limit: pageSize + 1,
  });
  const href = viewHref(view, 'commits', path);
  return repositoryPage(repository, {
    title: `Commits · ${repository.name}`,
    activeTab: 'commits',
    body: html`<div class="toolbar">
        ${renderBranches(view)}${renderPath(view)}
      </div>
      <section class="card">
        ${commits.length > 0
          ? html`<ul class="commits">
              ${commits
                .slice(0, pageSize)
                .map(
                  item => html`<li>${renderCommitLine(repository, item)}</li>`,
                )}
            </ul>`
          : html`<p class="empty">There are no commits here.</p>`}
      </section>
      <nav class="pager" aria-label="Pages">
        ${pageNumber > 1
          ? html`<a href="${href}?page=${pageNumber - 1}">Newer</a>`
          : ''}${commits.length > pageSize
          ? html`<a href="${href}?page=${pageNumber + 1}">Older</a>`
          : ''}
      </nav>`,
  });
}

/** One commit and what it changed. */
export async function renderCommit(
  repository: Repository,
  { sha, statuses }: { sha: string; statuses: CommitStatus[] },
): Promise<Page> {
  const [commit, diff] = await Promise.all([
    repository.readCommit(sha),
    repository.readDiff(sha, maxDiffBytes),
  ]);
  const [title, ...rest] = commit.message.trimEnd().split('\n');
  const description = rest.join('\n').trim();
  const href = repositoryHref(repository);
  const files = diff.split(/^(?=diff --git )/m).filter(Boolean);
  return repositoryPage(repository, {
    title: `${title} · ${repository.name}`,
    activeTab: 'commits',
    body: html`<section class="card commit">
        <h2>${title || '(no message)'}</h2>
        ${description ? html`<pre class="readme">${description}</pre>` : ''}
        <dl>
          <div>
            <dt>Author</dt>
            <dd>${commit.author.name} &lt;${commit.author.email}&gt;</dd>
          </div>
          <div>
            <dt>Date</dt>
            <dd>${renderDate(commit.committer.date)}</dd>
          </div>
          <div>
            <dt>Commit</dt>
            <dd><code>${commit.sha}</code></dd>
          </div>
          ${commit.parents.length > 0
            ? html`<div>
                <dt>Parent</dt>
                <dd>
                  ${commit.parents.map(
                    parent =>
                      html`<a class="sha" href="${href}/commit/${parent}"
                        >${parent.slice(0, 10)}</a
                      > `,
                  )}
                </dd>
              </div>`
            : ''}${statuses.map(renderStatus)}
        </dl>
        <a href="${href}/src/commit/${commit.sha}"
          >Browse the files at this commit</a
        >
      </section>
      ${files.length > 0
        ? files.map(renderFileDiff)
        : html`<p class="empty">This commit changes no file.</p>`}
      ${Buffer.byteLength(diff) >= maxDiffBytes
        ? html`<p class="empty">
            The rest of the change is too large to show.
          </p>`
        : ''}`,
  });
}

const stateWords: Record<CommitState, string> = {
  pending: '… Pending',
  success: '✓ Success',
  error: '✗ Error',
  failure: '✗ Failure',
  warning: '! Warning',
};

function renderStatus(status: CommitStatus): HtmlValue {
  const { context, state, description, targetUrl } = status;
  return html`<div>
    <dt>${context}</dt>
    <dd>
      <span class="badge">${stateWords[state]}</span> ${description}${targetUrl
        ? html` <a href="${targetUrl}">Details</a>`
        : ''}
    </dd>
  </div>`;
}

function renderFileDiff(text: string): HtmlValue {
  const lines = text.trimEnd().split('\n');
  const firstHunk = lines.findIndex(
    line => line.startsWith('@@') || line.startsWith('Binary files '),
  );
  const name = readFileName(lines);
  const shown = firstHunk === -1 ? [] : lines.slice(firstHunk);
  return html`<section class="card">
    <h3 class="diff-name">${name}</h3>
    ${shown.length > 0
      ? html`<div
          class="scroll"
          tabindex="0"
          role="region"
          aria-label="Changes of ${name}"
        >
          <pre class="diff">
${shown.map(
              line =>
                html`<span class="${classOfLine(line)}">${line || ' '}</span>`,
            )}</pre
          >
        </div>`
      : html`<p class="empty">The content is the same.</p>`}
  </section>`;
}

function readFileName(lines: string[]) {
  const find = (prefix: string) =>
    lines
      .find(line => line.startsWith(prefix))
      ?.slice(prefix.length)
      .replace(/\t$/, '');
  const from = find('rename from ');
  const to = find('rename to ');
  if (from && to) {
    return `${from} → ${to}`;
  }
  return (
    find('+++ b/') ??
    find('--- a/') ??
    lines[0].replace(/^diff --git a\/(.*) b\/\1$/, '$1')
  );
}

function classOfLine(line: string) {
  switch (line.charAt(0)) {
    case '+':
      return 'added';
    case '-':
      return 'removed';
    case '@':
      return 'hunk';
    default:
      return 'same';
  }
}
