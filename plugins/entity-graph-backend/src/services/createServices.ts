import {
  type AuditedServices,
  Ownership,
  type OwnershipOptions,
  VisibleEntities,
} from '@atrium/backend-common';
import type { EntitySummaryService } from '@atrium/plugin-entity-summary-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { EntityGraphConfig } from '../config/readEntityGraphConfig';
import { DifferenceStore } from '../database/DifferenceStore';
import { EdgeStore } from '../database/EdgeStore';
import { NodeStore } from '../database/NodeStore';
import { ObservedEdgeStore } from '../database/ObservedEdgeStore';
import { CycleReads } from './CycleReads';
import { DifferenceReads } from './DifferenceReads';
import { EdgeReports } from './EdgeReports';
import { GraphReads } from './GraphReads';
import { GraphStarts } from './GraphStarts';
import { ImpactReads } from './ImpactReads';
import { NodeReader } from './NodeReader';
import { PathFinder } from './PathFinder';
import { TeamFinder } from './TeamFinder';

interface CreateServicesOptions extends AuditedServices, OwnershipOptions {
  config: EntityGraphConfig;
  knex: Knex;
  logger: LoggerService;
  summaries: EntitySummaryService;
}

/** Puts together what the routes and actions ask. */
export function createServices(options: CreateServicesOptions) {
  const { catalog, config, knex } = options;
  const edges = new EdgeStore(knex, config);
  const nodes = new NodeStore(knex);
  const observed = new ObservedEdgeStore(knex);
  const ownership = new Ownership(options);
  const parts = {
    edges,
    ownership,
    reader: new NodeReader({ ...options, nodes }),
    starts: new GraphStarts({ nodes, ownership }),
    visible: new VisibleEntities(options),
  };
  return {
    observed,
    edges,
    cycles: new CycleReads(parts),
    differences: new DifferenceReads({
      ...parts,
      differences: new DifferenceStore(knex),
    }),
    graph: new GraphReads(parts),
    impact: new ImpactReads({ ...parts, teams: new TeamFinder(catalog) }),
    paths: new PathFinder(parts),
    reports: new EdgeReports({
      ...options,
      edges,
      nodes,
      observed,
      reporters: config.reporters,
    }),
  };
}

/** What the routes and actions ask. */
export type EntityGraphServices = ReturnType<typeof createServices>;
