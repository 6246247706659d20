import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type { FixDraft, HandedOverFix } from '@atrium/plugin-scorecard-common';
import {
  ActionDialog,
  QueryState,
  SafeLink,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import type { FixQuery } from '../../api/ScorecardApi';
import { useCreateFix, useFixDraft } from '../../hooks/useFix';
import { t } from '../../translation';
import styles from './FixDialog.module.css';

/** Props of {@link FixDialog}. */
export interface FixDialogProps {
  query: FixQuery;
  onClose(): void;
}

/** Shows the file that mends a check, and hands it over to its repository. */
export function FixDialog({ query, onClose }: FixDialogProps) {
  const draft = useFixDraft(query);
  const [typed, setTyped] = useState<string>();
  const [handedOver, setHandedOver] = useState<HandedOverFix>();
  const create = useCreateFix();
  const content = typed ?? draft.data?.content ?? '';
  if (handedOver) {
    return (
      <ActionDialog
        title={t('fixDialog.changeProposed')}
        action={t('fixDialog.done')}
        cancel={t('fixDialog.close')}
        failure=""
        change={{ isPending: false, error: null }}
        onConfirm={onClose}
        onClose={onClose}
      >
        <HandedOver fix={handedOver} />
      </ActionDialog>
    );
  }
  return (
    <ActionDialog
      title={t('fixDialog.proposeThisFile')}
      action={
        draft.data?.handover === 'commit'
          ? t('fixDialog.commit')
          : t('fixDialog.openPullRequest')
      }
      failure={t('fixDialog.theChangeWasNotProposed')}
      change={create}
      isDisabled={!draft.data || draft.data.isThere || content.trim() === ''}
      width={720}
      onConfirm={() =>
        create.mutate({ ...query, content }, { onSuccess: setHandedOver })
      }
      onClose={onClose}
    >
      <QueryState query={draft} loading={<ViewSkeleton height={240} />}>
        {data => (
          <>
            <Where draft={data} />
            {data.annotation && !data.isThere && (
              <p className={textStyles.muted}>
                {t('fixDialog.setsTheAnnotation', data.annotation)}
              </p>
            )}
            <TextAreaField
              label={data.path}
              rows={12}
              className={styles.file}
              value={content}
              isDisabled={data.isThere}
              onChange={setTyped}
            />
          </>
        )}
      </QueryState>
    </ActionDialog>
  );
}

function Where({ draft }: { draft: FixDraft }) {
  const { handover, repositoryUrl, isThere } = draft;
  const repository = (
    <SafeLink href={repositoryUrl}>{t('fixDialog.theRepository')}</SafeLink>
  );
  if (isThere) {
    return (
      <p role="status" className={textStyles.text}>
        {t('fixDialog.theFileIsInAlready', {
          repository,
        })}
      </p>
    );
  }
  return (
    <p className={textStyles.muted}>
      {handover === 'commit'
        ? t('fixDialog.addsTheFileToThe', { repository })
        : t('fixDialog.opensAPullRequest', { repository })}
    </p>
  );
}

function HandedOver({ fix }: { fix: HandedOverFix }) {
  return (
    <p role="status" className={textStyles.text}>
      {fix.handover === 'commit' ? (
        <>
          {t('fixDialog.theWasMadeInYour', {
            link: <SafeLink href={fix.url}>{t('fixDialog.aCommit')}</SafeLink>,
          })}
        </>
      ) : (
        <>
          {t('fixDialog.theWasOpenedInYour', {
            link: (
              <SafeLink href={fix.url}>{t('fixDialog.pullRequest')}</SafeLink>
            ),
          })}
        </>
      )}
    </p>
  );
}
