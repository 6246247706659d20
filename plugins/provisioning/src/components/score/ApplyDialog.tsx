import type {
  Environment,
  ScoreApplyPreview,
} from '@atrium/plugin-provisioning-common';
import { ActionDialog, QueryState, textStyles, ViewSkeleton } from '@atrium/ui';
import { useApplyPreview, useApplyScore } from '../../hooks/useScore';
import { t } from '../../translation';
import { MissingNeeds } from './MissingNeeds';
import { ObjectPlanList } from './ObjectPlanList';

/** Props of {@link ApplyDialog}. */
export interface ApplyDialogProps {
  entityRef: string;
  environment: Environment;
  /** Where its images come from; those of the file without it. */
  promoteFrom?: Environment;
  onClose(): void;
}

/** Shows what applying a workload would change in the cluster, then does it. */
export function ApplyDialog(props: ApplyDialogProps) {
  const { entityRef, environment, promoteFrom, onClose } = props;
  const input = {
    environment: environment.name,
    promoteFrom: promoteFrom?.name,
  };
  const preview = useApplyPreview(entityRef, input);
  const apply = useApplyScore(entityRef);
  const plan = preview.data;
  const isSame = plan?.objects.every(({ action }) => action === 'keep');
  return (
    <ActionDialog
      title={
        promoteFrom
          ? t('applyDialog.promoteTo', {
              from: promoteFrom.title,
              to: environment.title,
            })
          : t('applyDialog.applyTo', { environment: environment.title })
      }
      action={promoteFrom ? t('applyDialog.promote') : t('applyDialog.apply')}
      failure={t('applyDialog.notEverythingWasApplied')}
      change={apply}
      width={760}
      isDisabled={!plan?.canApply || isSame}
      onConfirm={() =>
        plan &&
        apply.mutate(
          { ...input, planHash: plan.planHash },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <QueryState query={preview} loading={<ViewSkeleton height={160} />}>
        {answer => (
          <>
            <p className={textStyles.text}>
              {isSame && answer.canApply
                ? t('applyDialog.theClusterHasItLike')
                : t('applyDialog.theClusterSaysThatThis')}
            </p>
            <p className={textStyles.muted}>
              {t('applyDialog.namespaceOf', {
                namespace: answer.place.namespace,
                cluster: answer.place.cluster,
              })}
            </p>
            <Problems preview={answer} />
            {answer.missing.length > 0 && (
              <MissingNeeds
                entityRef={entityRef}
                input={input}
                missing={answer.missing}
              />
            )}
            <ObjectPlanList objects={answer.objects} />
            <Secrets preview={answer} />
          </>
        )}
      </QueryState>
    </ActionDialog>
  );
}

function Problems({ preview }: { preview: ScoreApplyPreview }) {
  const { problems } = preview;
  return problems.length === 0 ? null : (
    <div role="alert" className={textStyles.bad}>
      {t('applyDialog.itCannotRunThereYet')}
      <ul>
        {problems.map(({ line, message }) => (
          <li key={message}>
            {line === undefined
              ? message
              : t('applyDialog.line', { line, message })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the portal neither reads nor makes. */
function Secrets({ preview }: { preview: ScoreApplyPreview }) {
  const { secrets } = preview;
  return secrets.length === 0 ? null : (
    <p className={textStyles.muted}>
      {t('applyDialog.itReadsSecretsThatHave', {
        secrets: secrets
          .map(({ name, keys }) => `${name} (${keys.join(', ')})`)
          .join('; '),
      })}
    </p>
  );
}
