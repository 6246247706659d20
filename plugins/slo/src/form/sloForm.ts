import type {
  BudgetingMethod,
  Comparison,
  SloIndicator,
} from '@atrium/plugin-slo-common';
import type { OpenSloMetadata } from '@atrium/plugin-slo-common';
import type { OpenSloMetric } from '@atrium/plugin-slo-common';
import { DEFAULT_WINDOW } from '@atrium/plugin-slo-common';

/** Where all queries of an indicator are asked. */
export interface SloFormSource {
  /** A type, or the DataSource of a name. */
  by: 'type' | 'dataSource';
  name: string;
}

/** What one query asks for, by the fields that its source describes. */
export type SloFormSpec = OpenSloMetric['metricSource']['spec'];

/** What is measured. */
export interface SloFormMeasure {
  kind: 'reference' | 'ratio' | 'threshold';
  /** The SLI of the file or of the portal, for a reference. */
  reference: string;
  /** Name and labels of the indicator, which the form does not ask for. */
  metadata: OpenSloMetadata;
  description: string;
  numerator: Extract<SloIndicator, { kind: 'ratio' }>['numerator'];
  /** Left out in the file, it is as good as false. */
  isCounter?: boolean;
  source: SloFormSource;
  /** Good or bad events of a ratio. */
  events: SloFormSpec;
  total: SloFormSpec;
  /** Of a threshold. */
  value: SloFormSpec;
}

/** One target; numbers as they were typed. */
export interface SloFormObjective {
  displayName: string;
  /** In percent. */
  target: string;
  writtenAs: 'target' | 'targetPercent';
  op: Comparison;
  value: string;
  /** In percent. */
  sliceTarget: string;
  sliceWindow: string;
}

/** The time over which the targets have to hold. */
export interface SloFormWindow {
  kind: 'rolling' | 'calendar';
  duration: string;
  startTime: string;
  timeZone: string;
  /** Written out or left out, for a calendar. */
  isRolling?: false;
  /** Whether the file names none, so that the usual one holds. */
  isLeftOut?: true;
}

/** Who hears of a budget that burns. */
export interface SloFormAlerting {
  /** The owners by the four windows, nobody, or whom policies name. */
  kind: 'windows' | 'none' | 'policies';
  policies: string[];
}

/** An SLO as a form has it; what cannot be typed is carried along. */
export interface SloForm {
  name: string;
  displayName: string;
  description: string;
  service: string;
  metadata: Pick<OpenSloMetadata, 'labels' | 'annotations'>;
  measure: SloFormMeasure;
  budgetingMethod: BudgetingMethod;
  objectives: SloFormObjective[];
  window: SloFormWindow;
  alerting: SloFormAlerting;
}

/** What a new objective is filled with. */
export function newSloObjective(): SloFormObjective {
  return {
    displayName: '',
    target: '99.9',
    writtenAs: 'target',
    op: 'lte',
    value: '',
    sliceTarget: '95',
    sliceWindow: '5m',
  };
}

/**
 * What a form for a new SLO is filled with.
 *
 * @param start - with what its queries have in common as `spec`
 */
export function newSloForm(
  start: { service?: string; source?: SloFormSource; spec?: SloFormSpec } = {},
): SloForm {
  const { service = '', source = { by: 'type', name: '' }, spec = {} } = start;
  return {
    name: '',
    displayName: '',
    description: '',
    service,
    metadata: {},
    measure: {
      kind: 'ratio',
      reference: '',
      metadata: { name: '' },
      description: '',
      numerator: 'good',
      isCounter: true,
      source,
      events: spec,
      total: spec,
      value: spec,
    },
    budgetingMethod: 'Occurrences',
    objectives: [newSloObjective()],
    window: {
      kind: 'rolling',
      duration: DEFAULT_WINDOW.duration,
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Etc/UTC',
    },
    alerting: { kind: 'windows', policies: [] },
  };
}
