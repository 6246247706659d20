import { encodePath } from '../giteaTypes.ts';
import { imageTypeOf, isBinary } from '../sendRawFile.ts';
import type { TreeEntry } from '../Repository.ts';
import { html } from '../../html.ts';
import type { HtmlValue } from '../../html.ts';
import type { Page } from './renderLayout.ts';
import {
  renderBranches,
  renderCommitLine,
  renderPath,
  repositoryHref,
  repositoryPage,
  viewHref,
} from './RepositoryView.ts';
import type { RepositoryView } from './RepositoryView.ts';

const maxShownBytes = 500_000;

/** One file with numbered lines that can be linked to. */
export async function renderFile(
  view: RepositoryView,
  entry: TreeEntry,
): Promise<Page> {
  const { repository, commit, path } = view;
  const [latest] = await repository.log(commit, { path, limit: 1 });
  return repositoryPage(repository, {
    title: `${path} · ${repository.name}`,
    activeTab: 'files',
    body: html`<div class="toolbar">
        ${renderBranches(view)}${renderPath(view)}
      </div>
      <section class="card">
        ${latest ? renderCommitLine(repository, latest) : ''}
        <div class="file-head">
          <span class="muted">${formatSize(entry.sizeBytes)}</span>
          <span class="links"
            ><a href="${viewHref(view, 'raw', path)}">Raw</a>
            <a href="${viewHref(view, 'commits', path)}">History</a>
            ${view.kind === 'branch'
              ? html`<a
                  href="${repositoryHref(repository)}/_edit/${encodePath(
                    view.ref,
                  )}/${encodePath(path)}"
                  >Edit</a
                >`
              : ''}</span
          >
        </div>
        ${await renderContent(view, entry)}
      </section>`,
  });
}

async function renderContent(
  view: RepositoryView,
  entry: TreeEntry,
): Promise<HtmlValue> {
  const raw = viewHref(view, 'raw', entry.path);
  if (imageTypeOf(entry.path)) {
    return html`<p class="image"><img src="${raw}" alt="${entry.name}" /></p>`;
  }
  if (entry.sizeBytes > maxShownBytes) {
    return html`<p class="empty">
      This file is too large to show. <a href="${raw}">Open it raw</a>.
    </p>`;
  }
  const content = await view.repository.readBlob(entry.oid);
  if (isBinary(content)) {
    return html`<p class="empty">
      This is not a text file. <a href="${raw}">Download it</a>.
    </p>`;
  }
  const text = content.toString('utf8');
  if (text === '') {
    return html`<p class="empty">This file is empty.</p>`;
  }
  const lines = text.replace(/\n$/, '').split('\n');
  return html`<div
    class="scroll"
    tabindex="0"
    role="region"
    aria-label="Content of ${entry.name}"
  >
    <table class="code">
      <tbody>
        ${lines.map(
          (line, index) =>
            html`<tr id="L${index + 1}">
              <td class="line">
                <a href="#L${index + 1}" aria-label="Line ${index + 1}"
                  >${index + 1}</a
                >
              </td>
              <td><code>${line}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function formatSize(bytes: number) {
  if (bytes < 1_000) {
    return `${bytes} bytes`;
  }
  return bytes < 1_000_000
    ? `${(bytes / 1_000).toFixed(1)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
