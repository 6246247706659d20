import { parseInput } from '@atrium/common';
import {
  type DoraMetric,
  doraQuerySchema,
} from '@atrium/plugin-delivery-common';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { DoraService } from '../services/dora/DoraService';

const DEFAULT_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** Lets agents ask how well somebody ships. */
export function registerGetDoraMetricsAction(
  registry: ActionsRegistryService,
  { dora }: { dora: DoraService },
): void {
  registry.register({
    name: 'get-dora-metrics',
    title: 'Get DORA metrics',
    description:
      'Deployment frequency, lead time for changes, change failure rate and time to restore of a component, system, domain, group or user, or of the whole organisation, with sample sizes and what was left out. A metric without events says that it is not measured: that is not zero.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .optional()
            .describe(
              'The full entity ref, for example group:default/team-payments. Leave it out for the whole organisation.',
            ),
          from: z
            .string()
            .optional()
            .describe('ISO 8601 with a zone. Default: 90 days before the end.'),
          to: z
            .string()
            .optional()
            .describe('ISO 8601 with a zone. Default: now.'),
        }),
      output: z => {
        const metric = z.object({
          status: z.string().describe('measured or not-measured.'),
          reason: z.string().optional().describe('Why it is not measured.'),
          unit: z.string().describe('per-day, seconds or ratio.'),
          value: z
            .number()
            .optional()
            .describe('The median, where there is one.'),
          p90: z.number().optional().describe('The 90th percentile.'),
          band: z
            .string()
            .optional()
            .describe('The place on the scale of the DORA report.'),
          sampleSize: z.number().describe('What it was computed from.'),
          excluded: z
            .array(z.string())
            .describe('What was left out, and how often.'),
        });
        return z.object({
          from: z.string().describe('Where the period begins.'),
          to: z.string().describe('Where the period ends.'),
          entities: z.number().describe('Components looked at.'),
          deploymentFrequency: metric.describe('Deployments to production.'),
          leadTime: metric.describe('From a change to production.'),
          changeFailureRate: metric.describe('Failed by all deployments.'),
          timeToRestore: metric.describe('From failure to recovery.'),
        });
      },
    },
    examples: [
      {
        title: 'How a team has been shipping this quarter',
        input: { entityRef: 'group:default/team-payments' },
      },
    ],
    action: async ({ input, credentials }) => {
      const to = input.to ?? new Date().toISOString();
      const query = parseInput(doraQuerySchema, {
        ...input,
        to,
        from: input.from ?? daysBefore(to),
      });
      const report = await dora.getReport(query, { credentials });
      const { metrics } = report;
      return {
        output: {
          from: report.from,
          to: report.to,
          entities: report.entities,
          deploymentFrequency: toOutput(metrics.deploymentFrequency),
          leadTime: toOutput(metrics.leadTime),
          changeFailureRate: toOutput(metrics.changeFailureRate),
          timeToRestore: toOutput(metrics.timeToRestore),
        },
      };
    },
  });
}

/** What is no time is left to the schema to refuse. */
function daysBefore(to: string): string {
  const time = Date.parse(to);
  return Number.isNaN(time)
    ? to
    : new Date(time - DEFAULT_DAYS * DAY_MS).toISOString();
}

function toOutput(metric: DoraMetric) {
  const { status, unit, sampleSize } = metric;
  return {
    status,
    unit,
    sampleSize,
    ...(metric.status === 'measured'
      ? { value: metric.value, p90: metric.p90, band: metric.band.label }
      : { reason: metric.reason }),
    excluded: metric.excluded.map(
      ({ reason, of, count }) => `${count} ${of}: ${reason}`,
    ),
  };
}
