import { html } from '../../html.ts';
import type { Page } from './renderLayout.ts';
import { repositoryPage, viewHref } from './RepositoryView.ts';
import type { RepositoryView } from './RepositoryView.ts';

/** How to change a file: this host has no editor of its own. */
export function renderEdit(view: RepositoryView): Page {
  const { repository, ref, path, cloneUrl } = view;
  const steps = [
    `git clone --branch ${quote(ref)} ${cloneUrl}`,
    `cd ${repository.name}`,
    `\${EDITOR:-vi} ${quote(`./${path}`)}`,
    `git commit --message ${quote(`Update ${path}`)} -- ${quote(path)}`,
    `git push origin ${quote(ref)}`,
  ];
  return repositoryPage(repository, {
    title: `Edit ${path} · ${repository.name}`,
    activeTab: 'files',
    body: html`<section class="card edit">
      <h2>Edit ${path}</h2>
      <p>
        This host has no editor: change the file in a clone and push it. The
        portal sees the push at once.
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="Commands">
        <pre>${steps.join('\n')}</pre>
      </div>
      <p>
        When git asks who you are, answer with a person of the sample
        organisation, for example user <code>payments-dev</code>, password
        <code>payments-dev</code>.
      </p>
      <p><a href="${viewHref(view, 'src', path)}">Back to the file</a></p>
    </section>`,
  });
}

/** For a POSIX shell. */
function quote(text: string) {
  return /^[-\w./]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
