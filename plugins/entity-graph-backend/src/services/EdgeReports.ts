import {
  type AccountCredentials,
  audited,
  type AuditedChange,
  type AuditedServices,
  principalRef,
} from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  graphKindSchema,
  observedEdgeReportPermission,
  type ReportedEdges,
  reportEdgesSchema,
} from '@atrium/plugin-entity-graph-common';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { EdgeStore } from '../database/EdgeStore';
import type { NodeStore } from '../database/NodeStore';
import type { ObservedEdgeStore } from '../database/ObservedEdgeStore';

interface EdgeReportsOptions extends AuditedServices {
  edges: Pick<EdgeStore, 'observedSince'>;
  nodes: Pick<NodeStore, 'find'>;
  observed: ObservedEdgeStore;
  /** The subjects of external tokens that may report. */
  reporters: readonly string[];
}

/** Clocks differ by a little. */
const MAX_AHEAD_MS = 5 * 60_000;

const kinds: readonly string[] = graphKindSchema.options;

/** Takes in which entities were seen to call each other. */
export class EdgeReports {
  readonly #options: EdgeReportsOptions;

  constructor(options: EdgeReportsOptions) {
    this.#options = options;
  }

  /**
   * Keeps a report.
   *
   * @throws NotAllowedError for whom the configuration does not name, and for
   * people who may not; InputError where the report is wrong
   */
  async report(
    body: unknown,
    options: {
      credentials: AccountCredentials;
      request: AuditedChange<unknown>['request'];
    },
  ): Promise<ReportedEdges> {
    const { credentials, request } = options;
    return audited(this.#options, {
      eventId: 'observed-edges-report',
      request,
      meta: {},
      access: {
        credentials,
        permissions: [{ permission: observedEdgeReportPermission }],
        refusal: () => 'Only platform administrators may report calls by hand',
      },
      work: () => this.#keep(body, credentials),
      describe: ({ accepted, unknown, outdated }) => ({
        accepted,
        unknownCount: unknown.length,
        outdated,
      }),
    });
  }

  async #keep(
    body: unknown,
    credentials: AccountCredentials,
  ): Promise<ReportedEdges> {
    const { edges, nodes, observed, reporters } = this.#options;
    const reportedBy = principalRef(credentials);
    if (
      credentials.principal.type === 'service' &&
      !reporters.includes(reportedBy)
    ) {
      throw new NotAllowedError(
        `'${reportedBy}' may not report calls: 'entityGraph.observedEdges.reporters' of the configuration does not name it`,
      );
    }
    const report = parseInput(reportEdgesSchema, body);
    const latest = new Date(Date.now() + MAX_AHEAD_MS).toISOString();
    const early = report.edges.findIndex(one => one.observedAt > latest);
    if (early >= 0) {
      throw new InputError(
        `edges.${early}.observedAt: must not be in the future`,
      );
    }
    const refs = report.edges.flatMap(({ source, target }) => [source, target]);
    const found = await nodes.find([...new Set(refs)]);
    const isNode = (ref: string) => kinds.includes(found.get(ref)?.kind ?? '');
    const oldest = edges.observedSince.toISOString();
    const known = report.edges.filter(
      ({ source, target }) => isNode(source) && isNode(target),
    );
    const current = known.filter(one => one.observedAt > oldest);
    if (current.length > 0) {
      await observed.save(current, { reporter: report.reporter, reportedBy });
    }
    return {
      accepted: current.length,
      unknown: [...new Set(refs.filter(ref => !isNode(ref)))].sort(),
      outdated: known.length - current.length,
    };
  }
}
