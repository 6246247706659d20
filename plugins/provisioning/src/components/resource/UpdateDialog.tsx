import { useState } from 'react';
import { ActionDialog, formatMoney } from '@atrium/ui';
import { useDefinitions } from '../../hooks/useDefinitions';
import { useTypes } from '../../hooks/useTypes';
import { useUpdateResource } from '../../hooks/useResources';
import { ParameterFields } from '../form/ParameterFields';
import { ChoiceCards } from '../shared/ChoiceCards';
import type { ResourceDialogProps } from './ResourceDialogProps';

/** Changes the plan and the parameters of a resource; its data stays. */
export function UpdateDialog({ resource, onClose }: ResourceDialogProps) {
  const [plan, setPlan] = useState(resource.plan);
  const [parameters, setParameters] = useState(resource.parameters);
  const type = useTypes().get(resource.type);
  const definition = useDefinitions().data?.definitions.find(
    ({ name }) => name === resource.definition,
  );
  const update = useUpdateResource(resource.id);
  return (
    <ActionDialog
      title={`Change ${resource.name}`}
      action="Save"
      failure="Nothing was changed"
      change={update}
      width={640}
      onConfirm={() =>
        update.mutate({ plan, parameters }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      {definition && (
        <ChoiceCards
          label="Plan"
          choices={definition.plans.map(choice => ({
            value: choice.name,
            title: choice.title,
            description: choice.description,
            aside: choice.monthlyPrice && formatMoney(choice.monthlyPrice),
          }))}
          value={plan}
          onChange={setPlan}
        />
      )}
      {type && (
        <ParameterFields
          schema={type.parameters}
          defaults={definition?.defaults}
          value={parameters}
          onChange={setParameters}
        />
      )}
    </ActionDialog>
  );
}
