/** What Prometheus has scraped of one SLO: its counters, once a minute. */
export interface Counter {
  seriesId: number;
  service: string;
  samples: Sample[];
}

/** Both counters at one scrape. */
export interface Sample {
  /** In seconds since 1970. */
  at: number;
  good: number;
  total: number;
}
