// Asking the backend of a plugin
export {
  type HttpQuery,
  type HttpReadOptions,
  type HttpWriteOptions,
  PluginHttpClient,
  type PluginHttpClientOptions,
} from './http/PluginHttpClient';
export { type PageRequest, readAllPages } from './http/readAllPages';
export { statusOf } from './http/statusOf';
export { urlPath } from './http/urlPath';

// Queries, changes and signals
export {
  createPluginHooks,
  type PluginHooksOptions,
  type PluginMutationOptions,
  type PluginQueryOptions,
} from './query/createPluginHooks';
export {
  type EntitySignalsOptions,
  useEntitySignals,
} from './query/useEntitySignals';
export { QueryProvider, type QueryProviderProps } from './query/QueryProvider';

// What stands in the address of a page
export { guideHref } from './address/guideHref';
export { useAddressChoice } from './address/useAddressChoice';
export {
  type AddressChangeOptions,
  type AddressChanges,
  useAddressState,
} from './address/useAddressState';
export { type PeriodChoice, toPeriod } from './period/periodChoice';
export { PeriodPicker, type PeriodPickerProps } from './period/PeriodPicker';
export { usePeriod } from './period/usePeriod';
export { tableSortSchema, useTableSort } from './table/useTableSort';

// Whose things, and what they are called
export { useOwnerRefs, useReadOwnerRefs } from './ownership/useOwnerRefs';
export {
  ActorName,
  type ActorNameProps,
  ByActor,
  useActorNames,
} from './entity/ActorName';
export {
  OwnerAndSystemFilters,
  type OwnerAndSystemFiltersProps,
} from './entity/OwnerAndSystemFilters';
export { useOwnerAndSystemChoices } from './entity/useOwnerAndSystemChoices';
export {
  ENTITY_TITLE_FIELDS,
  entityTitle,
  readEntityTitles,
  TITLE_PATIENCE_MS,
  TITLE_ROOM,
  useEntityTitles,
  useTitleRoom,
} from './entity/entityTitles';
export { kindAndType, kindsWord, kindWord, typeWords } from './entity/kindWord';

// What people do from any page
export {
  type Command,
  CommandBlueprint,
  type CommandParams,
  readCommand,
} from './command/CommandBlueprint';

// What people type and choose
export { CopyButton, type CopyButtonProps } from './input/CopyButton';
export {
  type FilterOption,
  FilterSelect,
  type FilterSelectProps,
} from './input/FilterSelect';
export {
  type MultiSelectFilter,
  MultiSelectFilters,
  type MultiSelectFiltersProps,
} from './input/MultiSelectFilters';
export { optionSearch } from './input/optionSearch';
export { StarButton, type StarButtonProps } from './input/StarButton';
export { DateTimeField, type DateTimeFieldProps } from './input/DateTimeField';
export { useDebounced } from './input/useDebounced';
export { useDebouncedText } from './input/useDebouncedText';
export { ViewChoice, type ViewChoiceProps } from './input/ViewChoice';
export { ActionDialog, type ActionDialogProps } from './dialog/ActionDialog';
export { LeaveDialog, type LeaveDialogProps } from './leave/LeaveDialog';
export { type LeaveGuard, useLeaveGuard } from './leave/useLeaveGuard';

// The frame of a page and its states
export { BackLink, type BackLinkProps } from './layout/BackLink';
export { FactList, type FactListProps } from './layout/FactList';
export { FilterRow, type FilterRowProps } from './layout/FilterRow';
export { ListBar, type ListBarProps } from './layout/ListBar';
export { PageBody, type PageBodyProps } from './layout/PageBody';
export { PageHeader } from './layout/PageHeader';
export { PageRoutes, type PageRoutesProps } from './layout/PageRoutes';
export {
  PluginPages,
  type PluginPagesProps,
  type PluginTab,
} from './layout/PluginPages';
export { SafeLink, type SafeLinkProps } from './layout/SafeLink';
export {
  useDocumentTitle,
  type DocumentTitleLevel,
} from './layout/useDocumentTitle';
export { ScrollRegion, type ScrollRegionProps } from './layout/ScrollRegion';
export { Section, type SectionProps } from './layout/Section';
export { default as textStyles } from './layout/text.module.css';
export { QueryCard, type QueryCardProps } from './card/QueryCard';
export { EmptyState, type EmptyStateProps } from './states/EmptyState';
export { errorMessage } from './states/errorMessage';
export { isUnreachable } from './states/isUnreachable';
export { ErrorState, type ErrorStateProps } from './states/ErrorState';
export {
  QueryState,
  type QueryStateProps,
  type ViewQuery,
} from './states/QueryState';
export { LoadingState, type LoadingStateProps } from './states/LoadingState';
export { type LoadingPlace, LoadingPlaceContext } from './states/LoadingPlace';
export { useAppearDelay } from './states/useAppearDelay';
export { MessagePage, type MessagePageProps } from './states/MessagePage';
export {
  RowsSkeleton,
  type RowsSkeletonProps,
  TilesSkeleton,
  type TilesSkeletonProps,
  ViewSkeleton,
  type ViewSkeletonProps,
} from './states/ViewSkeleton';

// Facts in rows
export {
  type DataColumn,
  DataTable,
  type DataTableProps,
} from './table/DataTable';
export { NewestTable, type NewestTableProps } from './table/NewestTable';
export { ColumnHeader, type ColumnHeaderProps } from './table/ColumnHeader';
export type { TableSort } from './table/sortItems';
export {
  homeWidget,
  type HomeWidgetParts,
  type HomeWidgetProps,
} from './list/homeWidget';
export {
  WidgetItem,
  type WidgetItemProps,
  WidgetLink,
  type WidgetLinkProps,
  WidgetList,
  type WidgetListProps,
  WidgetNote,
  WidgetSkeleton,
} from './list/WidgetList';
export {
  type DiffLine,
  DiffTable,
  type DiffTableProps,
} from './diff/DiffTable';
export { CsvButton, type CsvButtonProps } from './export/CsvButton';
export { saveFile } from './export/saveFile';

// Charts and figures
export { EventTimeline, type EventTimelineProps } from './charts/EventTimeline';
export {
  HeatMap,
  type HeatMapCell,
  type HeatMapLine,
  type HeatMapProps,
} from './charts/HeatMap';
export { SeriesChart } from './charts/SeriesChart';
export type { SeriesChartProps } from './charts/SeriesChartProps';
export type {
  SeriesBandKind,
  SeriesChartBand,
  SeriesChartLevel,
  SeriesChartPoint,
} from './charts/SeriesPoint';
export type {
  TimelineMark,
  TimelineRow,
  TimelineShape,
  TimelineSpan,
} from './charts/TimelineRow';
export { lowestShown } from './charts/lowestShown';
export type { ChartMeaning } from './charts/ChartMeaning';
export { CATEGORY_COLORS, OTHER_COLOR } from './charts/categoryColors';
export { StackedChart, type StackedChartProps } from './charts/StackedChart';
export type {
  StackedEvent,
  StackedEventShape,
  StackedPlace,
  StackedPoint,
} from './charts/StackedPoint';
export { StepChart, type StepChartProps } from './charts/StepChart';
export type { StepPoint } from './charts/StepPoint';
export { Treemap, type TreemapItem, type TreemapProps } from './charts/Treemap';
export { TrendChart, type TrendChartProps } from './charts/TrendChart';
export type { TrendKind, TrendPoint } from './charts/TrendPoint';
export {
  type EntityHealth,
  HEALTH_WORDS,
  healthOf,
} from './status/entityHealth';
export { scorecardHint } from './status/scorecardHint';
export { LevelBadge, type LevelBadgeProps } from './status/LevelBadge';
export { NoValue } from './status/NoValue';
export { RowHealth, type RowHealthProps } from './status/RowHealth';
export { RowLevel, type RowLevelProps } from './status/RowLevel';
export { levelColor } from './status/levelColor';
export { NumberTile, type NumberTileProps } from './status/NumberTile';
export {
  STATUS_ICONS,
  StatusBadge,
  type Status,
  type StatusBadgeProps,
  type StatusWords,
} from './status/StatusBadge';

// Texts and their language
export {
  createMessages,
  type CreateMessagesOptions,
} from './language/createMessages';
export type { Messages, Translated, Translator } from './language/messageTypes';
export {
  addBackendMessages,
  type BackendMessages,
  readField,
  readList,
} from './language/readMessage';
export {
  connectTranslations,
  titleText,
  whenTranslated,
} from './language/translations';

// Formats
export { Highlighted, type HighlightedProps } from './format/Highlighted';
export {
  type HighlightTags,
  splitHighlight,
  type TextPart,
} from './format/splitHighlight';
export { formatDuration, formatShortDuration } from './format/formatDuration';
export {
  formatDate,
  formatDateTime,
  formatRelative,
} from './format/formatInstant';
export {
  formatDay,
  formatMoney,
  formatMonth,
  formatMonthName,
  formatRoundMoney,
  formatShortDay,
  formatAny,
  formatDecimal,
  formatList,
  formatNumber,
  formatPercent,
  formatPercentChange,
  formatShare,
  formatShortMonth,
  type RoundMoneyOptions,
} from '@atrium/common';
export { inSentence } from './format/inSentence';
export { formatBudgetLeft } from './format/formatBudgetLeft';
export { formatCoarseMoney } from './format/formatCoarseMoney';
export { costTitle } from './format/costTitle';
export { InColumns, MoneyText, type MoneyTextProps } from './format/MoneyText';
export { toCssPercent } from './format/toCssPercent';
export { RelativeTime, type RelativeTimeProps } from './format/RelativeTime';
