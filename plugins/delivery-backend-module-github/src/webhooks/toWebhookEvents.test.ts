import type { GithubWebhookEvent } from '@atrium/git-hosts';
import {
  cdEventDataSchema,
  type CloudEvent,
} from '@atrium/plugin-delivery-common';
import {
  dependabot,
  dependabotRun,
  deployment,
  deploymentStatus,
  issue,
  pullRequest,
  release,
  review,
  webhooks,
  workflowJob,
  workflowRun,
} from '../__testUtils__/payloads';
import { toWebhookEvents } from './toWebhookEvents';

const options = { incidentLabels: ['incident', 'Outage'] };
const run = 'actions/runs/1589141559/attempts/1';

/** What an event says in one line: type, id and time. */
function summarize({ type, id, time, source }: CloudEvent): string {
  expect(source).toBe('https://github.com');
  const [name] = /[a-z]+\.[a-z]+(?=\.\d)/.exec(type) ?? [];
  return `${name} ${id} ${time}`;
}

function tell(event: GithubWebhookEvent, changed: object = {}) {
  return toWebhookEvents(event, { ...webhooks[event], ...changed }, options);
}

function read(events: CloudEvent[]) {
  return events.map(({ data }) => {
    const { subject, customData } = cdEventDataSchema.parse(data);
    return { subject, customData };
  });
}

const withRun = (changed: object) => ({
  workflow_run: { ...workflowRun, ...changed },
});
const withJob = (changed: object) => ({
  workflow_job: { ...workflowJob, ...changed },
});
const withStatus = (changed: object, deployed: object = {}) => ({
  deployment: { ...deployment, ...deployed },
  deployment_status: { ...deploymentStatus, ...changed },
});
const withPull = (changed: object) => ({
  pull_request: { ...pullRequest, ...changed },
});
const withIssue = (changed: object) => ({ issue: { ...issue, ...changed } });
const incident = { labels: [{ name: 'outage' }] };

describe('toWebhookEvents', () => {
  it.each<[string, GithubWebhookEvent, object, string[]]>([
    [
      'a run that waits',
      'workflow_run',
      withRun({ status: 'queued', conclusion: null }),
      [`pipelinerun.queued ${run}/queued 2026-11-25T10:00:05Z`],
    ],
    [
      'a run that goes on',
      'workflow_run',
      withRun({ status: 'in_progress', conclusion: null }),
      [
        `pipelinerun.queued ${run}/queued 2026-11-25T10:00:05Z`,
        `pipelinerun.started ${run}/started 2026-11-25T10:00:05Z`,
      ],
    ],
    [
      'a run that is over',
      'workflow_run',
      {},
      [
        `pipelinerun.queued ${run}/queued 2026-11-25T10:00:05Z`,
        `pipelinerun.started ${run}/started 2026-11-25T10:00:05Z`,
        `pipelinerun.finished ${run}/finished 2026-11-25T10:04:31Z`,
      ],
    ],
    [
      'a run that waits for an approval',
      'workflow_run',
      withRun({ conclusion: 'action_required' }),
      [
        `pipelinerun.queued ${run}/queued 2026-11-25T10:00:05Z`,
        `pipelinerun.started ${run}/started 2026-11-25T10:00:05Z`,
      ],
    ],
    [
      'a second attempt, which is another run',
      'workflow_run',
      withRun({
        status: 'queued',
        run_attempt: 2,
        run_started_at: '2026-11-25T11:00:00Z',
      }),
      [
        'pipelinerun.queued actions/runs/1589141559/attempts/2/queued 2026-11-25T11:00:00Z',
      ],
    ],
    [
      'a job that is over',
      'workflow_job',
      {},
      [
        'taskrun.queued actions/jobs/2832853555/queued 2026-11-25T10:00:06Z',
        'taskrun.started actions/jobs/2832853555/started 2026-11-25T10:00:12Z',
        'taskrun.finished actions/jobs/2832853555/finished 2026-11-25T10:04:25Z',
      ],
    ],
    [
      'a job that waits, whatever its time of start says',
      'workflow_job',
      withJob({ status: 'queued', conclusion: null, completed_at: null }),
      ['taskrun.queued actions/jobs/2832853555/queued 2026-11-25T10:00:06Z'],
    ],
    [
      'a job that was skipped',
      'workflow_job',
      withJob({ conclusion: 'skipped' }),
      [
        'taskrun.queued actions/jobs/2832853555/queued 2026-11-25T10:00:06Z',
        'taskrun.finished actions/jobs/2832853555/finished 2026-11-25T10:04:25Z',
      ],
    ],
    [
      'a deployment that succeeded',
      'deployment_status',
      {},
      [
        'service.deployed acme/payment-service/deployments/145988746/deployed 2026-11-25T10:06:02Z',
      ],
    ],
    [
      'a deployment that goes on',
      'deployment_status',
      withStatus({ state: 'in_progress' }),
      [],
    ],
    [
      'a deployment that failed',
      'deployment_status',
      withStatus({ state: 'failure' }),
      [],
    ],
    [
      'a deployment that the next one replaced',
      'deployment_status',
      withStatus({ state: 'inactive' }),
      [],
    ],
    [
      'the end of a preview environment',
      'deployment_status',
      withStatus({ state: 'inactive' }, { transient_environment: true }),
      [
        'service.removed acme/payment-service/deployments/145988746/removed 2026-11-25T10:06:02Z',
      ],
    ],
    [
      'a roll-back',
      'deployment_status',
      withStatus({}, { task: 'rollback', description: 'Errors doubled' }),
      [
        'service.rolledback acme/payment-service/deployments/145988746/rolledback 2026-11-25T10:06:02Z',
      ],
    ],
    [
      'a pull request that was merged',
      'pull_request',
      {},
      [
        'change.created pulls/279147437/created 2026-11-24T09:00:00Z',
        'change.merged pulls/279147437/merged 2026-11-25T09:59:58Z',
      ],
    ],
    [
      'a pull request that was closed',
      'pull_request',
      withPull({ merged_at: null, merged: false }),
      [
        'change.created pulls/279147437/created 2026-11-24T09:00:00Z',
        'change.abandoned pulls/279147437/abandoned/2026-11-25T09:59:58Z 2026-11-25T09:59:58Z',
      ],
    ],
    [
      'a pull request that got commits',
      'pull_request',
      {
        action: 'synchronize',
        ...withPull({ state: 'open', merged_at: null, closed_at: null }),
      },
      [
        'change.created pulls/279147437/created 2026-11-24T09:00:00Z',
        'change.updated pulls/279147437/updated/2026-11-25T09:59:59Z 2026-11-25T09:59:59Z',
      ],
    ],
    [
      'a pull request that is open again',
      'pull_request',
      {
        action: 'reopened',
        ...withPull({ state: 'open', merged_at: null, closed_at: null }),
      },
      [
        'change.created pulls/279147437/reopened/2026-11-25T09:59:59Z 2026-11-25T09:59:59Z',
      ],
    ],
    [
      'a review',
      'pull_request_review',
      {},
      [
        'change.reviewed pulls/279147437/reviews/237895671 2026-11-24T15:20:38Z',
      ],
    ],
    [
      'what authors write in their own pull request',
      'pull_request_review',
      { review: { ...review, user: pullRequest.user } },
      [],
    ],
    ['a review taken back', 'pull_request_review', { action: 'dismissed' }, []],
    [
      'an issue',
      'issues',
      {},
      ['ticket.created issues/444500041/created 2026-11-25T11:00:00Z'],
    ],
    [
      'an issue that was closed',
      'issues',
      {
        action: 'closed',
        ...withIssue({ closed_at: '2026-11-25T12:30:00Z' }),
      },
      [
        'ticket.created issues/444500041/created 2026-11-25T11:00:00Z',
        'ticket.closed issues/444500041/closed/2026-11-25T12:30:00Z 2026-11-25T12:30:00Z',
      ],
    ],
    [
      'an incident',
      'issues',
      withIssue(incident),
      [
        'ticket.created issues/444500041/created 2026-11-25T11:00:00Z',
        'incident.detected incidents/444500041/detected 2026-11-25T11:00:00Z',
      ],
    ],
    [
      'an incident that is over',
      'issues',
      {
        action: 'closed',
        ...withIssue({ ...incident, closed_at: '2026-11-25T12:30:00Z' }),
      },
      [
        'ticket.created issues/444500041/created 2026-11-25T11:00:00Z',
        'ticket.closed issues/444500041/closed/2026-11-25T12:30:00Z 2026-11-25T12:30:00Z',
        'incident.detected incidents/444500041/detected 2026-11-25T11:00:00Z',
        'incident.resolved incidents/444500041/resolved/2026-11-25T12:30:00Z 2026-11-25T12:30:00Z',
      ],
    ],
    [
      'an incident that came back',
      'issues',
      {
        action: 'reopened',
        ...withIssue({
          ...incident,
          state_reason: 'reopened',
          updated_at: '2026-11-25T13:00:00Z',
        }),
      },
      [
        'ticket.created issues/444500041/created 2026-11-25T11:00:00Z',
        'ticket.created issues/444500041/reopened/2026-11-25T13:00:00Z 2026-11-25T13:00:00Z',
        'incident.detected incidents/444500041/detected 2026-11-25T11:00:00Z',
        'incident.detected incidents/444500041/detected/2026-11-25T13:00:00Z 2026-11-25T13:00:00Z',
      ],
    ],
    [
      'an issue that is no incident after all',
      'issues',
      {
        action: 'unlabeled',
        label: { name: 'incident' },
        ...withIssue({ updated_at: '2026-11-25T11:10:00Z' }),
      },
      [
        'ticket.created issues/444500041/created 2026-11-25T11:00:00Z',
        'ticket.updated issues/444500041/updated/2026-11-25T11:10:00Z 2026-11-25T11:10:00Z',
        'incident.detected incidents/444500041/detected 2026-11-25T11:00:00Z',
        'incident.resolved incidents/444500041/resolved/2026-11-25T11:10:00Z 2026-11-25T11:10:00Z',
      ],
    ],
    [
      'an issue that was deleted',
      'issues',
      {
        action: 'deleted',
        ...withIssue({ updated_at: '2026-11-25T11:10:00Z' }),
      },
      [
        'ticket.created issues/444500041/created 2026-11-25T11:00:00Z',
        'ticket.closed issues/444500041/closed/2026-11-25T11:10:00Z 2026-11-25T11:10:00Z',
      ],
    ],
    [
      'a release',
      'release',
      {},
      [
        'artifact.published pkg:github/acme/payment-service@v1.4.2/releases/17372790/published 2026-11-25T12:00:00Z',
      ],
    ],
    [
      'a draft of a release',
      'release',
      { release: { ...release, draft: true, published_at: null } },
      [],
    ],
  ])('reads %s', (_what, event, changed, expected) => {
    expect(tell(event, changed).map(summarize)).toEqual(expected);
  });

  it('says how a run went, where, and who started it', () => {
    const [, , finished] = read(tell('workflow_run'));
    expect(finished).toEqual({
      subject: {
        id: run,
        source: 'https://github.com',
        type: 'pipelinerun',
        content: {
          pipelineName: 'build',
          outcome: 'success',
          url: 'https://github.com/acme/payment-service/actions/runs/1589141559',
        },
      },
      customData: {
        atrium: {
          repository: 'https://github.com/acme/payment-service',
          branch: 'main',
          commit: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
          actor: 'priya-n',
          trigger: 'push',
        },
      },
    });
  });

  it.each<[string, object, string]>([
    [
      'a workflow whose runs have names',
      withRun({ name: 'Deploy 1.4.2 to staging' }),
      'build',
    ],
    [
      'an update of Dependabot',
      { workflow: dependabot, workflow_run: dependabotRun },
      'Dependabot Updates',
    ],
    [
      'another one',
      {
        workflow: dependabot,
        workflow_run: { ...dependabotRun, name: 'pip in /docs - Update #7' },
      },
      'Dependabot Updates',
    ],
    [
      'one whose workflow GitHub does not tell',
      { workflow: null, workflow_run: dependabotRun },
      'dynamic/dependabot/dependabot-updates',
    ],
    [
      'a workflow without a name',
      withRun({ name: '' }),
      '.github/workflows/build.yml',
    ],
    ['a run whose workflow GitHub does not tell', { workflow: null }, 'build'],
  ])('takes %s for a run of the pipeline', (_what, changed, pipelineName) => {
    for (const { subject } of read(tell('workflow_run', changed))) {
      expect(subject.content).toMatchObject({ pipelineName });
    }
  });

  it('does not take the main branch of a fork for ours', () => {
    const [{ customData }] = read(
      tell(
        'workflow_run',
        withRun({
          head_repository: {
            full_name: 'mallory/payment-service',
            owner: { login: 'mallory' },
          },
        }),
      ),
    );
    expect(customData).toMatchObject({ atrium: { branch: 'mallory:main' } });
  });

  it.each([
    ['pull_request', null, 'unknown:main'],
    ['pull_request_target', undefined, 'unknown:main'],
    ['pull_request_review', null, 'unknown:main'],
    ['pull_request', workflowRun.head_repository, 'main'],
    // Only pull requests come from forks.
    ['push', null, 'main'],
  ])(
    'reads the branch of a run of %s whose head lies in %j as %s',
    (event, head_repository, branch) => {
      const [{ customData }] = read(
        tell('workflow_run', withRun({ event, head_repository })),
      );
      expect(customData).toMatchObject({ atrium: { branch } });
    },
  );

  it.each([
    ['success', 'success'],
    ['neutral', 'success'],
    ['failure', 'failure'],
    ['timed_out', 'failure'],
    ['startup_failure', 'error'],
    ['cancelled', 'cancelled'],
    ['skipped', 'cancelled'],
    ['stale', 'cancelled'],
  ])('reads the conclusion %s as %s', (conclusion, outcome) => {
    const [, , finished] = read(tell('workflow_run', withRun({ conclusion })));
    expect(finished.subject.content).toMatchObject({ outcome });
  });

  it('ties a job to the attempt it is part of', () => {
    const [queued] = read(tell('workflow_job', withJob({ run_attempt: 3 })));
    expect(queued.subject.content).toMatchObject({
      taskName: 'unit tests',
      pipelineRun: { id: 'actions/runs/1589141559/attempts/3' },
    });
  });

  it('says what was deployed where, by whom and by which run', () => {
    expect(read(tell('deployment_status'))).toEqual([
      {
        subject: {
          id: 'acme/payment-service',
          source: 'https://github.com',
          type: 'service',
          content: {
            environment: { id: 'production' },
            artifactId:
              'pkg:github/acme/payment-service@4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
          },
        },
        customData: {
          atrium: {
            repository: 'https://github.com/acme/payment-service',
            commit: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
            version: '4f1c2d3e4f50',
            actor: 'priya-n',
            runId: run,
            url: 'https://github.com/acme/payment-service/actions/runs/1589141559/job/2832853556',
          },
        },
      },
    ]);
  });

  it('takes the tag of a deployment for its version, and the payload first', () => {
    const [tagged, named] = [
      { ref: 'v1.4.2' },
      {
        ref: 'refs/tags/v1.4.2',
        payload: { service: 'payments', version: '1.4.2' },
      },
    ].map(
      deployed => read(tell('deployment_status', withStatus({}, deployed)))[0],
    );
    expect(tagged).toMatchObject({
      subject: {
        content: { artifactId: 'pkg:github/acme/payment-service@v1.4.2' },
      },
      customData: { atrium: { version: 'v1.4.2' } },
    });
    expect(named).toMatchObject({
      subject: { id: 'payments' },
      customData: { atrium: { version: '1.4.2' } },
    });
  });

  it('takes the payload of a deployment as free text', () => {
    expect(
      tell('deployment_status', withStatus({}, { payload: 'by hand' })),
    ).toHaveLength(1);
  });

  it('names the commit that a merge made', () => {
    const [created, merged] = read(tell('pull_request'));
    const atrium = {
      repository: 'https://github.com/acme/payment-service',
      title: 'Retry a refused payment once',
      number: '42',
      url: 'https://github.com/acme/payment-service/pull/42',
      branch: 'main',
      actor: 'priya-n',
    };
    expect(created.customData).toEqual({ atrium });
    expect(merged.customData).toEqual({
      atrium: { ...atrium, commit: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334' },
    });
  });

  it('reads the environment of an incident from a label', () => {
    const labels = [{ name: 'incident' }, { name: 'environment: staging' }];
    const [ticket, detected] = read(tell('issues', withIssue({ labels })));
    expect(ticket.subject.content).toEqual({
      summary: 'Payments are refused',
      creator: 'jonas-w',
      assignees: ['priya-n'],
      labels: ['incident', 'environment: staging'],
      uri: 'https://github.com/acme/payment-service/issues/41',
    });
    expect(detected.subject.content).toEqual({
      description: 'Payments are refused',
      environment: { id: 'staging' },
      ticketURI: 'https://github.com/acme/payment-service/issues/41',
    });
  });

  it('names the field of a payload that is not as documented', () => {
    expect(() =>
      tell('workflow_run', withRun({ head_sha: undefined })),
    ).toThrow(/'workflow_run.head_sha'/);
  });
});
