import { FieldGroup } from '@atrium/ui/editor';
import { Checkbox, CheckboxGroup, Radio, RadioGroup } from '@backstage/ui';
import type { SloFormAlerting } from '../../../form/sloForm';
import { t } from '../../../translation';
import { documentsOf, type SourceContext } from '../state/sourceFields';
import type { FieldsProps } from './FieldsProps';

/** Props of {@link AlertingFields}. */
export interface AlertingFieldsProps extends FieldsProps {
  context: Pick<SourceContext, 'documents'>;
}

/** Who hears of it when the budget burns. */
export function AlertingFields(props: AlertingFieldsProps) {
  const { form, change, context } = props;
  const { kind, policies } = form.alerting;
  const names = [
    ...new Set([
      ...documentsOf(context, 'AlertPolicy').map(
        ({ metadata }) => metadata.name,
      ),
      ...policies,
    ]),
  ];
  const update = (changes: Partial<SloFormAlerting>) =>
    change({ alerting: { ...form.alerting, ...changes } });

  function choose(value: string) {
    switch (value) {
      case 'windows':
      case 'none':
        return update({ kind: value });
      default:
        return update({
          kind: 'policies',
          policies: policies.length > 0 ? policies : names.slice(0, 1),
        });
    }
  }

  return (
    <FieldGroup title={t('alertingFields.alerts')}>
      <RadioGroup
        label={t('alertingFields.notifications')}
        value={kind}
        onChange={choose}
      >
        <Radio value="windows">{t('alertingFields.theOwnersByTheFour')}</Radio>
        {names.length > 0 && (
          <Radio value="policies">
            {t('alertingFields.whomAlertPoliciesOfThe')}
          </Radio>
        )}
        <Radio value="none">{t('alertingFields.nobody')}</Radio>
      </RadioGroup>
      {kind === 'policies' && (
        <CheckboxGroup
          label={t('alertingFields.alertPolicies')}
          value={policies}
          onChange={chosen =>
            // Without any, the four windows are what is left.
            update({
              kind: chosen.length > 0 ? 'policies' : 'windows',
              policies: chosen,
            })
          }
        >
          {names.map(name => (
            <Checkbox key={name} value={name}>
              {name}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </FieldGroup>
  );
}
