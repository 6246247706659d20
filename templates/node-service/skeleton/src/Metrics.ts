const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface RequestObservation {
  method: string;
  /** The pattern, not the path: a label per id would grow without bound. */
  route: string;
  status: number;
  seconds: number;
}

interface Histogram {
  counts: number[];
  count: number;
  sum: number;
}

/** Counts and times requests, and shows them in the Prometheus text format. */
export class Metrics {
  readonly #requests = new Map<string, Histogram>();

  observe(observation: RequestObservation): void {
    const { method, route, status, seconds } = observation;
    const labels = `method="${method}",route="${route}",status="${status}"`;
    let histogram = this.#requests.get(labels);
    if (!histogram) {
      histogram = { counts: BUCKETS_SECONDS.map(() => 0), count: 0, sum: 0 };
      this.#requests.set(labels, histogram);
    }
    histogram.count += 1;
    histogram.sum += seconds;
    for (const [index, limit] of BUCKETS_SECONDS.entries()) {
      if (seconds <= limit) {
        histogram.counts[index] = (histogram.counts[index] ?? 0) + 1;
      }
    }
  }

  render(): string {
    const name = 'http_request_duration_seconds';
    const lines = [
      `# HELP ${name} Time to answer a request.`,
      `# TYPE ${name} histogram`,
    ];
    for (const [labels, { counts, count, sum }] of this.#requests) {
      for (const [index, limit] of BUCKETS_SECONDS.entries()) {
        lines.push(`${name}_bucket{${labels},le="${limit}"} ${counts[index]}`);
      }
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
      lines.push(`${name}_sum{${labels}} ${sum}`);
      lines.push(`${name}_count{${labels}} ${count}`);
    }

    const { heapUsed, rss } = process.memoryUsage();
    lines.push(
      '# HELP process_resident_memory_bytes Memory held by the process.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${rss}`,
      '# HELP nodejs_heap_size_used_bytes Memory used by objects.',
      '# TYPE nodejs_heap_size_used_bytes gauge',
      `nodejs_heap_size_used_bytes ${heapUsed}`,
    );
    return `${lines.join('\n')}\n`;
  }
}
