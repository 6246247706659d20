import type { AlertRule } from '@atrium/plugin-slo-common';
import type { AlertStep } from './nextAlert';
import type { AlertDetails, OpenAlert } from './OpenAlert';

/** What becomes of one alert at a tick. */
export interface AlertChange {
  step: Exclude<AlertStep, 'none'>;
  /** As it was; a new one as it begins. */
  alert: OpenAlert;
  /** Missing where the definition does not have the rule any more. */
  definedBy?: AlertRule;
  details?: AlertDetails;
}
