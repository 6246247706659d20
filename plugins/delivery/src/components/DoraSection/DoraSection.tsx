import { PeriodPicker, Section, usePeriod } from '@atrium/ui';
import { t } from '../../translation';
import { DoraMetrics } from './DoraMetrics';

const DEFAULT_DAYS = 90;

/** The four metrics of an entity over a period that one chooses. */
export function DoraSection({ entityRef }: { entityRef: string }) {
  const { choice, period, choose } = usePeriod(DEFAULT_DAYS);
  return (
    <Section
      title={t('doraSection.doraMetrics')}
      tools={
        <PeriodPicker
          value={choice}
          onChange={choose}
          presets={[30, 90, 365]}
        />
      }
    >
      <DoraMetrics entityRef={entityRef} period={period} />
    </Section>
  );
}
