import type { Organisation } from '../GitHostContext.ts';
import type { Repository } from '../Repository.ts';
import { html } from '../../html.ts';
import type { Page } from './renderLayout.ts';
import { renderDate, repositoryHref } from './RepositoryView.ts';

/** All repositories, the first page of the host. */
export function renderRepositoryList(
  organisation: Organisation,
  repositories: Repository[],
): Page {
  return {
    title: organisation.displayName,
    body: html`<h1>${organisation.displayName}</h1>
      <p class="lead">${organisation.description}</p>
      <section class="card">
        ${repositories.length > 0
          ? html`<ul class="repositories">
              ${repositories.map(
                repository =>
                  html`<li>
                    <div>
                      <a class="title" href="${repositoryHref(repository)}"
                        >${repository.name}</a
                      >${repository.details.isPrivate
                        ? html` <span class="badge">private</span>`
                        : ''}
                      <p class="muted">
                        ${repository.details.description || 'No description'}
                      </p>
                    </div>
                    ${repository.isEmpty
                      ? html`<span class="muted">empty</span>`
                      : html`<span class="muted"
                          >${renderDate(repository.updatedAt)}</span
                        >`}
                  </li>`,
              )}
            </ul>`
          : html`<p class="empty">
              There are no repositories yet. Create one from a template in the
              portal.
            </p>`}
      </section>
      <p class="muted">
        ${repositories.length}
        ${repositories.length === 1 ? 'repository' : 'repositories'}
      </p>`,
  };
}
