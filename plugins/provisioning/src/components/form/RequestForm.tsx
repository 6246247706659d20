import { RiDatabase2Line } from '@remixicon/react';
import type { Definitions } from '@atrium/plugin-provisioning-common';
import {
  EmptyState,
  LeaveDialog,
  QueryState,
  useLeaveGuard,
  ViewSkeleton,
} from '@atrium/ui';
import { offeredTypes, type RequestDefaults } from '../../form/RequestDraft';
import { useDefinitions } from '../../hooks/useDefinitions';
import { useRequestForm } from '../../hooks/useRequestForm';
import { t } from '../../translation';
import { PreviewPanel } from './PreviewPanel';
import { PlanFields } from './PlanFields';
import { SubmitBar } from './SubmitBar';
import { TargetFields } from './TargetFields';
import { TypeField } from './TypeField';
import styles from './RequestForm.module.css';

/** Props of {@link RequestForm}. */
export interface RequestFormProps {
  defaults: RequestDefaults;
}

/** Asks for a resource, and says beside it what would come of that. */
export function RequestForm({ defaults }: RequestFormProps) {
  return (
    <QueryState
      query={useDefinitions()}
      isEmpty={definitions => offeredTypes(definitions).length === 0}
      empty={
        <EmptyState
          icon={<RiDatabase2Line />}
          title={t('requestForm.nothingCanBeAskedFor')}
          description={t('requestForm.yourPlatformTeamHasNot')}
        />
      }
      loading={<ViewSkeleton height={480} />}
    >
      {definitions => <Fields definitions={definitions} defaults={defaults} />}
    </QueryState>
  );
}

function Fields(props: RequestFormProps & { definitions: Definitions }) {
  const { definitions, defaults } = props;
  const form = useRequestForm(definitions, defaults);
  const guard = useLeaveGuard(form.isDirty);
  return (
    <>
      <form
        className={styles.columns}
        aria-label={t('requestForm.requestAResource')}
        onSubmit={event => event.preventDefault()}
        noValidate
      >
        <div className={styles.fields}>
          <TypeField form={form} definitions={definitions} />
          <TargetFields form={form} definitions={definitions} />
          <PlanFields form={form} definitions={definitions} />
        </div>
        <aside className={styles.aside} aria-label={t('requestForm.preview')}>
          <PreviewPanel form={form} />
          <SubmitBar form={form} onCreated={guard.release} />
        </aside>
      </form>
      <LeaveDialog guard={guard} title={t('requestForm.leaveWithoutSending')} />
    </>
  );
}
