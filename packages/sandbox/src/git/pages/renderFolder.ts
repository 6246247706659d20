import { isBinary } from '../sendRawFile.ts';
import { commitTitle } from '../parseCommit.ts';
import type { TreeEntry } from '../Repository.ts';
import { html } from '../../html.ts';
import type { Html, HtmlValue } from '../../html.ts';
import {
  commitHref,
  renderBranches,
  renderClone,
  renderCommitLine,
  renderDate,
  renderPath,
  repositoryPage,
  viewHref,
} from './RepositoryView.ts';
import type { RepositoryView } from './RepositoryView.ts';
import type { Page } from './renderLayout.ts';

const maxReadmeBytes = 200_000;

const typeNames: Record<TreeEntry['type'], string> = {
  dir: 'Folder',
  file: 'File',
  symlink: 'Link',
  submodule: 'Submodule',
};

const icons: Record<TreeEntry['type'], Html> = {
  dir: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      fill="currentColor"
      d="M1 3.5A1.5 1.5 0 0 1 2.500 2h3.200l1.600 1.800h6.200A1.500 1.500 0 0 1 15 5.300v7.200a1.500 1.500 0 0 1-1.500 1.500h-11A1.500 1.500 0 0 1 1 12.500z"
    />
  </svg>`,
  file: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.300"
      d="M3.500 1.700h5.700l3.300 3.300v9.300h-9zM9 1.700v3.500h3.500"
    />
  </svg>`,
  symlink: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.300"
      d="M3 13V8h9M9 5l3.500 3L9 11"
    />
  </svg>`,
  submodule: html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.300"
      d="M2 2h12v12H2zM5 5h6v6H5z"
    />
  </svg>`,
};

/** The files of a folder with their latest commits, and its README. */
export async function renderFolder(view: RepositoryView): Promise<Page> {
  const { repository, commit, path } = view;
  const listed = (await repository.listDirectory(commit, path)) ?? [];
  const entries = [
    ...listed.filter(entry => entry.type === 'dir'),
    ...listed.filter(entry => entry.type !== 'dir'),
  ];
  const [lastCommits, [latest]] = await Promise.all([
    repository.findLastCommits(commit, entries),
    repository.log(commit, { path: path || undefined, limit: 1 }),
  ]);

  const parentPath = path.split('/').slice(0, -1).join('/');
  return repositoryPage(repository, {
    title: path ? `${path} · ${repository.name}` : repository.fullName,
    activeTab: 'files',
    body: html`<div class="toolbar">
        ${renderBranches(view)}${renderPath(view)}${renderClone(view.cloneUrl)}
      </div>
      <section class="card">
        ${latest ? renderCommitLine(repository, latest) : ''}
        <table class="files">
          <caption class="hidden">
            Files of ${path || repository.name}
          </caption>
          <thead class="hidden">
            <tr>
              <th>Name</th>
              <th>Latest commit</th>
              <th>Date</th>
            </tr>
          </thead>
          <tbody>
            ${path
              ? html`<tr>
                  <td class="name">
                    <a
                      href="${viewHref(view, 'src', parentPath)}"
                      aria-label="Parent folder"
                      >..</a
                    >
                  </td>
                  <td class="last"></td>
                  <td class="date"></td>
                </tr>`
              : ''}
            ${entries.map(entry => {
              const last = lastCommits.get(entry.path);
              return html`<tr>
                <td class="name">
                  <span
                    class="icon ${entry.type}"
                    title="${typeNames[entry.type]}"
                    >${icons[entry.type]}</span
                  >${entry.type === 'submodule'
                    ? entry.name
                    : html`<a href="${viewHref(view, 'src', entry.path)}"
                        >${entry.name}</a
                      >`}
                </td>
                <td class="last">
                  ${last
                    ? html`<a href="${commitHref(repository, last.sha)}"
                        >${commitTitle(last)}</a
                      >`
                    : ''}
                </td>
                <td class="date">
                  ${last ? renderDate(last.committer.date) : ''}
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
      </section>
      ${await renderReadme(view, entries)}`,
  });
}

async function renderReadme(
  view: RepositoryView,
  entries: TreeEntry[],
): Promise<HtmlValue> {
  const readme = entries.find(
    entry => entry.type === 'file' && /^readme(\.\w+)?$/i.test(entry.name),
  );
  if (!readme) {
    return undefined;
  }
  const content = await view.repository.readBlob(readme.oid, {
    maxBytes: maxReadmeBytes,
  });
  if (isBinary(content)) {
    return undefined;
  }
  return html`<section class="card" id="readme">
    <h2>${readme.name}</h2>
    <pre class="readme">${content.toString('utf8')}</pre>
  </section>`;
}
