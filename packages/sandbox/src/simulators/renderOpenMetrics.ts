import type { MetricNames } from './ServiceProfile.ts';
import type { ServiceSample } from './SimulatedService.ts';

export const openMetricsType =
  'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** Writes what a service shows as OpenMetrics text. */
export function renderOpenMetrics(
  { counters, gauges, startedAtMs }: ServiceSample,
  metrics: MetricNames,
): string {
  const started = formatSeconds(startedAtMs);
  const lines: string[] = [];
  const addFamily = (name: string, suffixes: string[], head: string[]) => {
    const ofFamily = counters.filter(({ series }) =>
      suffixes.some(suffix => series.name === `${name}${suffix}`),
    );
    if (ofFamily.length === 0) {
      return;
    }
    lines.push(...head);
    for (const { series, value } of ofFamily) {
      const labels = renderLabels(series.labels);
      lines.push(`${series.name}${labels} ${value}`);
      if (/_(?:total|sum)$/.test(series.name)) {
        lines.push(`${name}_created${labels} ${started}`);
      }
    }
  };
  addFamily(
    metrics.counter,
    ['_total'],
    [
      `# TYPE ${metrics.counter} counter`,
      `# HELP ${metrics.counter} ${metrics.counterHelp}.`,
    ],
  );
  addFamily(
    metrics.histogram,
    ['_bucket', '_count', '_sum'],
    [
      `# TYPE ${metrics.histogram} histogram`,
      `# UNIT ${metrics.histogram} seconds`,
      `# HELP ${metrics.histogram} ${metrics.histogramHelp}.`,
    ],
  );
  for (const { gauge, value } of gauges) {
    lines.push(
      `# TYPE ${gauge.name} gauge`,
      ...(gauge.unit ? [`# UNIT ${gauge.name} ${gauge.unit}`] : []),
      `# HELP ${gauge.name} ${gauge.help}.`,
      `${gauge.name} ${value}`,
    );
  }
  lines.push(
    '# TYPE process_start_time_seconds gauge',
    '# UNIT process_start_time_seconds seconds',
    '# HELP process_start_time_seconds When the process started, since 1970.',
    `process_start_time_seconds ${started}`,
    '# EOF',
    '',
  );
  return lines.join('\n');
}

function renderLabels(labels: Record<string, string>): string {
  const parts = Object.entries(labels).map(
    ([name, value]) => `${name}="${value}"`,
  );
  return `{${parts.join(',')}}`;
}

function formatSeconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
