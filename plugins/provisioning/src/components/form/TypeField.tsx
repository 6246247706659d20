import { Select } from '@backstage/ui';
import { classesOf, offeredTypes } from '../../form/RequestDraft';
import { t } from '../../translation';
import { ChoiceCards } from '../shared/ChoiceCards';
import { TypeIcon } from '../shared/TypeIcon';
import { FieldProblem } from './FieldProblem';
import type { RequestFieldsProps } from './RequestFormProps';

/** What kind of thing it is to be. */
export function TypeField({ form, definitions }: RequestFieldsProps) {
  const { draft, change } = form;
  const classes = classesOf(draft.type, definitions);
  return (
    <>
      <div>
        <ChoiceCards
          label={t('typeField.whatDoYouNeed')}
          choices={offeredTypes(definitions).map(
            ({ name, title, description, icon }) => ({
              value: name,
              title,
              description,
              icon: <TypeIcon icon={icon} />,
            }),
          )}
          value={draft.type}
          onChange={type =>
            change({
              type,
              class: 'default',
              plan: undefined,
              parameters: {},
              leaseDays: undefined,
            })
          }
        />
        <FieldProblem form={form} field="type" />
      </div>
      {classes.length > 0 && (
        <div>
          <Select
            label={t('typeField.class')}
            description={t('typeField.definitionsMayBeMeantFor')}
            size="medium"
            options={['default', ...classes].map(value => ({
              value,
              label: value,
            }))}
            value={draft.class}
            onChange={value => change({ class: String(value) })}
          />
          <FieldProblem form={form} field="class" />
        </div>
      )}
    </>
  );
}
