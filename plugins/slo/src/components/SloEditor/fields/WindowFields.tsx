import { FieldGroup, FieldRow, FormField } from '@atrium/ui/editor';
import { Select } from '@backstage/ui';
import type { SloFormWindow } from '../../../form/sloForm';
import { t } from '../../../translation';
import { durationChoices } from '../state/durationChoices';
import type { FieldsProps } from './FieldsProps';

/** The time over which the target has to hold. */
export function WindowFields({ form, change, problemOf }: FieldsProps) {
  const { window } = form;
  const update = (changes: Partial<SloFormWindow>) =>
    change({ window: { ...window, ...changes, isLeftOut: undefined } });
  const choices = durationChoices(window);
  return (
    <FieldGroup title={t('windowFields.window')}>
      <FieldRow>
        <Select
          label={t('windowFields.over')}
          options={choices.map(({ key, title }) => ({
            value: key,
            label: title,
          }))}
          value={`${window.kind} ${window.duration}`}
          onChange={key => {
            const chosen = choices.find(choice => choice.key === key);
            if (chosen) {
              const { kind, duration } = chosen;
              update({ kind, duration });
            }
          }}
        />
        {window.kind === 'calendar' && (
          <FormField
            label={t('windowFields.timeZone')}
            description={t('windowFields.suchAsEuropeBerlinIts')}
            value={window.timeZone}
            onChange={timeZone => update({ timeZone })}
            problem={problemOf('spec.timeWindow[0].calendar.timeZone')}
          />
        )}
      </FieldRow>
    </FieldGroup>
  );
}
