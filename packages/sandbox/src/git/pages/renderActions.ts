import type { ActionRun, ActionStep } from '../Actions.ts';
import type { Repository } from '../Repository.ts';
import { html } from '../../html.ts';
import type { Html, HtmlValue } from '../../html.ts';
import type { Page } from './renderLayout.ts';
import {
  commitHref,
  repositoryHref,
  repositoryPage,
} from './RepositoryView.ts';

/** The runs of a repository. */
export function renderRunList(repository: Repository, runs: ActionRun[]): Page {
  return repositoryPage(repository, {
    title: `Actions · ${repository.name}`,
    activeTab: 'actions',
    body: html`<section class="card">
      ${runs.length > 0
        ? html`<ul class="commits">
            ${runs.map(
              run => html`<li>
                <div class="commit-line">
                  ${renderState(run)}
                  <a class="title" href="${runHref(repository, run)}"
                    >#${run.number} ${run.title}</a
                  >
                  <span class="muted">${renderOrigin(run)}</span>
                  <a class="sha" href="${commitHref(repository, run.commit)}"
                    >${run.commit.slice(0, 10)}</a
                  >
                </div>
              </li>`,
            )}
          </ul>`
        : html`<p class="empty">
            Nothing has run yet. Each push to ${repository.defaultBranch} starts
            a run.
          </p>`}
    </section>`,
  });
}

/** One run with its steps and what they wrote. */
export function renderRun(repository: Repository, run: ActionRun): Page {
  return repositoryPage(repository, {
    title: `Run ${run.number} · ${repository.name}`,
    activeTab: 'actions',
    breadcrumb: [
      { label: 'Actions', href: `${repositoryHref(repository)}/actions` },
    ],
    body: html`<section class="card commit">
        <h2>#${run.number} ${run.title} ${renderState(run)}</h2>
        <dl>
          ${renderDetail('Commit', renderCommit(repository, run))}
          ${renderDetail('Branch', run.branch)}
          ${renderDetail('By', `${run.userName}, ${run.trigger}`)}
          ${renderDetail('Queued', renderTime(run.queuedAtMs))}
          ${renderDetail('Duration', renderDuration(run))}
          ${run.version ? renderDetail('Version', run.version) : ''}
        </dl>
      </section>
      ${run.steps.map(renderStep)}`,
  });
}

function renderStep(step: ActionStep): Html {
  const duration = renderDuration(step);
  return html`<section class="card step" id="${step.name}">
    <h3>
      ${step.name} ${renderState(step)}
      <span class="muted">${duration}</span>
    </h3>
    ${step.log
      ? html`<div
          class="scroll"
          tabindex="0"
          role="region"
          aria-label="Log of ${step.name}"
        >
          <pre>${step.log}</pre>
        </div>`
      : ''}
  </section>`;
}

function renderDetail(label: string, value: HtmlValue): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function renderCommit(repository: Repository, run: ActionRun): Html {
  return html`<a class="sha" href="${commitHref(repository, run.commit)}"
    >${run.commit.slice(0, 10)}</a
  >`;
}

function renderOrigin(run: ActionRun): Html {
  return html`${run.userName} · ${run.branch} · ${renderTime(run.queuedAtMs)}`;
}

function renderState(item: ActionRun | ActionStep): Html {
  const state = item.outcome ?? item.status;
  return html`<span class="state ${state}">${state}</span>`;
}

function renderTime(atMs: number): Html {
  const text = new Date(atMs).toISOString();
  return html`<time datetime="${text}"
    >${text.slice(0, 16).replace('T', ' ')} UTC</time
  >`;
}

function renderDuration(item: ActionRun | ActionStep): string {
  const { startedAtMs, finishedAtMs } = item;
  return startedAtMs === undefined || finishedAtMs === undefined
    ? ''
    : `${((finishedAtMs - startedAtMs) / 1000).toFixed(1)} s`;
}

function runHref(repository: Repository, run: ActionRun): string {
  return `${repositoryHref(repository)}/actions/runs/${run.number}`;
}
