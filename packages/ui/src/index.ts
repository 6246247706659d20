export { TrendChart, type TrendChartProps } from './charts/TrendChart';
export type { TrendKind, TrendPoint } from './charts/TrendPoint';
export { formatDuration, formatShortDuration } from './format/formatDuration';
export {
  formatDate,
  formatDateTime,
  formatRelative,
} from './format/formatInstant';
export { formatNumber, formatPercent } from './format/formatNumber';
export { RelativeTime, type RelativeTimeProps } from './format/RelativeTime';
export { QueryProvider, type QueryProviderProps } from './query/QueryProvider';
export { EmptyState, type EmptyStateProps } from './states/EmptyState';
export { ErrorState, type ErrorStateProps } from './states/ErrorState';
export {
  QueryState,
  type QueryStateProps,
  type ViewQuery,
} from './states/QueryState';
export { NumberTile, type NumberTileProps } from './status/NumberTile';
export {
  StatusBadge,
  type Status,
  type StatusBadgeProps,
} from './status/StatusBadge';
