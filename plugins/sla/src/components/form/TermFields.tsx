import { Checkbox, Select, TextField } from '@backstage/ui';
import { DateTimeField, formatNumber } from '@atrium/ui';
import { t } from '../../translation';
import type { AgreementFieldsProps } from './AgreementFieldsProps';
import { ProblemLine } from '../ProblemLine';
import styles from './AgreementDialog.module.css';

/** With whom, how much, and when. */
export function TermFields(props: AgreementFieldsProps) {
  const { draft, problems, onChange } = props;
  return (
    <>
      <div className={styles.pair}>
        <div>
          <TextField
            label={t('termFields.name')}
            placeholder={t('termFields.paymentsForUmbrella')}
            value={draft.name}
            isInvalid={problems.name !== undefined}
            onChange={name => onChange({ name })}
          />
          <ProblemLine problem={problems.name} />
        </div>
        <TextField
          label={t('termFields.customer')}
          secondaryLabel={t('termFields.optional')}
          value={draft.customer}
          onChange={customer => onChange({ customer })}
        />
        <div>
          <TextField
            label={t('termFields.target')}
            secondaryLabel={t('termFields.ofEachMonth')}
            inputMode="decimal"
            placeholder={formatNumber(99.9)}
            value={draft.target}
            isInvalid={problems.target !== undefined}
            onChange={target => onChange({ target })}
          />
          <ProblemLine problem={problems.target} />
        </div>
        <Select
          label={t('termFields.timeZone')}
          search={{ placeholder: t('termFields.findAZone') }}
          options={zonesWith(draft.timeZone).map(zone => ({
            value: zone,
            label: zone,
          }))}
          value={draft.timeZone}
          onChange={value => onChange({ timeZone: String(value) })}
        />
        <DateTimeField
          label={t('termFields.firstDay')}
          isDay
          value={draft.validFrom}
          problem={problems.validFrom}
          onChange={validFrom => onChange({ validFrom })}
        />
        <DateTimeField
          label={t('termFields.lastDay')}
          isDay
          hint={t('termFields.optional')}
          value={draft.validTo}
          problem={problems.validTo}
          onChange={validTo => onChange({ validTo })}
        />
      </div>
      <Checkbox
        isSelected={draft.isMaintenanceExcluded}
        onChange={isMaintenanceExcluded => onChange({ isMaintenanceExcluded })}
      >
        {t('termFields.plannedMaintenanceDoesNotCount')}
      </Checkbox>
    </>
  );
}

/** All that the browser knows, and what is chosen already. */
function zonesWith(chosen: string): string[] {
  return [
    ...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')]),
  ].sort();
}
