import { textStyles } from '@atrium/ui';
import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import { t } from '../../../translation';
import { SchemaFields } from './SchemaFields';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathSelect } from './PathSelect';

/** What is made, by which driver, and what the driver is told. */
export function DriverFields({ form, definitions }: DefinitionFieldsProps) {
  const { types, drivers } = definitions;
  const typeName = form.getText(['spec', 'type']);
  const type = types.find(({ name }) => name === typeName);
  const driver = drivers.find(({ id }) => id === form.get(['spec', 'driver']));
  const able = drivers.filter(one => one.types.includes(typeName));

  function chooseType(name: string | undefined) {
    const isAble = name !== undefined && driver?.types.includes(name);
    const other = drivers.find(one => name && one.types.includes(name));
    form.setAll([
      [['spec', 'type'], name],
      // What was meant for another type or driver means nothing here.
      [['spec', 'defaults'], undefined],
      ...(isAble
        ? []
        : ([
            [['spec', 'driver'], other?.id],
            [['spec', 'inputs'], undefined],
          ] as const)),
    ]);
  }

  return (
    <FieldGroup title={t('driverFields.whatIsMade')}>
      <FieldRow>
        <PathSelect
          form={form}
          path={['spec', 'type']}
          label={t('driverFields.type')}
          options={types.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
          onChange={chooseType}
        />
        <PathSelect
          form={form}
          path={['spec', 'driver']}
          label={t('driverFields.driver')}
          options={able.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={id =>
            form.setAll([
              [['spec', 'driver'], id],
              [['spec', 'inputs'], undefined],
            ])
          }
        />
      </FieldRow>
      {driver && <p className={textStyles.muted}>{driver.description}</p>}
      {driver && (
        <SchemaFields
          // A driver may be called like the type that it makes.
          key={`driver ${driver.id}`}
          title={t('driverFields.whatTheDriverIsTold')}
          form={form}
          path={['spec', 'inputs']}
          schema={driver.inputs}
        />
      )}
      {type && (
        <SchemaFields
          key={`type ${type.name}`}
          title={t('driverFields.parametersWhereTheRequesterSays')}
          form={form}
          path={['spec', 'defaults']}
          schema={type.parameters}
        />
      )}
    </FieldGroup>
  );
}
