import { useState } from 'react';
import { isSameValue } from '@atrium/common/yaml';
import type {
  Preview,
  ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import {
  ActionDialog,
  formatMoney,
  QueryState,
  statusOf,
  textStyles,
  useDebounced,
  ViewSkeleton,
} from '@atrium/ui';
import { useDefinitions } from '../../hooks/useDefinitions';
import { useChangePreview } from '../../hooks/usePreview';
import { useTypes } from '../../hooks/useTypes';
import { useUpdateResource } from '../../hooks/useResources';
import { t } from '../../translation';
import { ParameterFields } from '../form/ParameterFields';
import { ChoiceCards } from '../shared/ChoiceCards';
import { ChangePreview } from './ChangePreview';
import type { ResourceDialogProps } from './ResourceDialogProps';

/** Changes the plan and the parameters of a resource; its data stays. */
export function UpdateDialog({ resource, onClose }: ResourceDialogProps) {
  const { id, name } = resource;
  const [change, setChange] = useState({
    plan: resource.plan,
    parameters: resource.parameters,
  });
  const type = useTypes().get(resource.type);
  const definition = useDefinitions().data?.definitions.find(
    one => one.name === resource.definition,
  );
  const update = useUpdateResource(id);
  const asked = useDebounced(change);
  const preview = useChangePreview({ resourceId: id, ...asked });
  const seen =
    asked === change && !preview.isPlaceholderData && !preview.isFetching
      ? preview.data
      : undefined;

  function edit(changes: Partial<typeof change>) {
    update.reset();
    setChange({ ...change, ...changes });
  }

  function save() {
    update.mutate(
      { ...change, planHash: seen?.planHash },
      {
        onSuccess: onClose,
        onError: error => {
          if (statusOf(error) === 409) {
            // It is not what was seen any more.
            void preview.refetch();
          }
        },
      },
    );
  }

  return (
    <ActionDialog
      title={t('updateDialog.change', { name })}
      action={
        seen?.approval.isRequired
          ? t('updateDialog.requestApproval')
          : t('updateDialog.save')
      }
      failure={t('updateDialog.nothingWasChanged')}
      change={update}
      isDisabled={!seen || isRefused(seen)}
      width={720}
      onConfirm={save}
      onClose={onClose}
    >
      {definition && (
        <ChoiceCards
          label={t('updateDialog.plan')}
          choices={definition.plans.map(choice => ({
            value: choice.name,
            title: choice.title,
            description: choice.description,
            aside: choice.monthlyPrice && formatMoney(choice.monthlyPrice),
          }))}
          value={change.plan}
          onChange={plan => edit({ plan })}
        />
      )}
      {type && (
        <ParameterFields
          schema={type.parameters}
          defaults={definition?.defaults}
          value={change.parameters}
          violations={preview.data?.violations}
          onChange={parameters => edit({ parameters })}
        />
      )}
      <section aria-label={t('updateDialog.preview')} aria-busy={!seen}>
        <h3 className={textStyles.title}>{t('updateDialog.whatChanges')}</h3>
        <QueryState query={preview} loading={<ViewSkeleton height={120} />}>
          {data =>
            // What its definition says by now may be a change by itself.
            isSameChange(change, resource) && isRefused(data) ? (
              <p className={textStyles.muted}>
                {t('updateDialog.nothingYetChooseAnotherPlan')}
              </p>
            ) : (
              <ChangePreview preview={data} />
            )
          }
        </QueryState>
      </section>
    </ActionDialog>
  );
}

type Change = Pick<ResourceDetails, 'plan' | 'parameters'>;

function isSameChange(one: Change, other: Change): boolean {
  return (
    one.plan === other.plan && isSameValue(one.parameters, other.parameters)
  );
}

function isRefused({ violations }: Preview): boolean {
  return violations.length > 0;
}
