import type {
  Change,
  Deployment,
  Incident,
  Run,
  Ticket,
} from '@atrium/plugin-delivery-common';
import type { PagedList } from './readPage';
import { toChange, toDeployment, toIncident, toRun, toTicket } from './rows';

/** The columns of a deployment `t`, with what is joined to it. */
export const DEPLOYMENT_COLUMNS = `t.id, t.kind, t.service, t.source,
  t.entity_ref, t.environment, e.tier, t.artifact_id, t.committed_at,
  CASE WHEN t.version LIKE 'sha%:%' THEN coalesce(a.version, t.version)
    ELSE coalesce(t.version, a.version) END AS version,
  coalesce(t.commit, a.commit) AS commit,
  t.at, t.actor, t.run_id, t.url, t.cause`;

/** The tier, and what the artifact knows that the deployment does not say. */
export const DEPLOYMENT_JOINS = `
  LEFT JOIN environments e ON e.name = t.environment
  LEFT JOIN artifacts a ON a.id = t.artifact_key`;

/** Pipeline runs. */
export const runList: PagedList<Run> = {
  table: 'runs',
  columns: 't.*',
  isShared: true,
  filters: {
    pipeline: 't.pipeline = ?',
    branch: 't.branch = ?',
    status: 't.status = ?',
    outcome: 't.outcome = ?',
  },
  toItem: toRun,
};

/** Deployments. */
export const deploymentList: PagedList<Deployment> = {
  table: 'deployments',
  columns: DEPLOYMENT_COLUMNS,
  joins: DEPLOYMENT_JOINS,
  filters: {
    environment: 't.environment = ?',
    tier: 't.environment IN (SELECT name FROM environments WHERE tier = ?)',
    kind: 't.kind = ?',
  },
  toItem: toDeployment,
};

/** Changes. */
export const changeList: PagedList<Change> = {
  table: 'changes',
  columns: 't.*',
  isShared: true,
  filters: { state: 't.state = ?', branch: 't.branch = ?' },
  toItem: toChange,
};

/** Incidents; where no environment is named, production is meant. */
export const incidentList: PagedList<Incident> = {
  table: 'incidents',
  columns: `t.*, coalesce(e.tier, 'production') AS tier`,
  joins: 'LEFT JOIN environments e ON e.name = t.environment',
  filters: {
    environment: 't.environment = ?',
    tier: `coalesce(
      (SELECT tier FROM environments WHERE name = t.environment),
      'production') = ?`,
    state: 't.state = ?',
  },
  toItem: toIncident,
};

/** Tickets. */
export const ticketList: PagedList<Ticket> = {
  table: 'tickets',
  columns: 't.*',
  filters: { state: 't.state = ?', label: '? = ANY(t.labels)' },
  toItem: toTicket,
};
