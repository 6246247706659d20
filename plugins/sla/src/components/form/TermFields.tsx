import { Checkbox, Select, TextField } from '@backstage/ui';
import { DateTimeField } from '@atrium/ui';
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
            label="Name"
            placeholder="Payments for Umbrella"
            value={draft.name}
            isInvalid={problems.name !== undefined}
            onChange={name => onChange({ name })}
          />
          <ProblemLine problem={problems.name} />
        </div>
        <TextField
          label="Customer"
          secondaryLabel="optional"
          value={draft.customer}
          onChange={customer => onChange({ customer })}
        />
        <div>
          <TextField
            label="Target"
            secondaryLabel="% of each month"
            inputMode="decimal"
            placeholder="99.9"
            value={draft.target}
            isInvalid={problems.target !== undefined}
            onChange={target => onChange({ target })}
          />
          <ProblemLine problem={problems.target} />
        </div>
        <Select
          label="Time zone"
          search={{ placeholder: 'Find a zone' }}
          options={zonesWith(draft.timeZone).map(zone => ({
            value: zone,
            label: zone,
          }))}
          value={draft.timeZone}
          onChange={value => onChange({ timeZone: String(value) })}
        />
        <DateTimeField
          label="First day"
          isDay
          value={draft.validFrom}
          problem={problems.validFrom}
          onChange={validFrom => onChange({ validFrom })}
        />
        <DateTimeField
          label="Last day"
          isDay
          hint="optional"
          value={draft.validTo}
          problem={problems.validTo}
          onChange={validTo => onChange({ validTo })}
        />
      </div>
      <Checkbox
        isSelected={draft.isMaintenanceExcluded}
        onChange={isMaintenanceExcluded => onChange({ isMaintenanceExcluded })}
      >
        Planned maintenance does not count
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
