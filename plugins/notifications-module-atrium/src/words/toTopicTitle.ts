const ABBREVIATIONS: Record<string, string> = {
  api: 'API',
  sla: 'SLA',
  slo: 'SLO',
};

/** What a topic or an origin is called: `slo-alert` is `SLO alert`. */
export function toTopicTitle(id: string): string {
  const words = id
    .replace(/^plugin:/, '')
    .split(/[-_\s]+/)
    .map(word => ABBREVIATIONS[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
