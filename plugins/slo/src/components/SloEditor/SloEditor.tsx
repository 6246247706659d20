import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  BackLink,
  EmptyState,
  LoadingState,
  QueryState,
  ViewSkeleton,
} from '@atrium/ui';
import { HandedOver } from '@atrium/ui/editor';
import type { Proposal } from '@atrium/common';
import { useProposalRight } from '../../hooks/useSloProposal';
import { useSloAppearance } from '../../hooks/useSloAppearance';
import { useSloDraft } from '../../hooks/useSloDraft';
import { t } from '../../translation';
import { SloWorkbench } from './SloWorkbench';
import { fileOf } from './state/editorState';
import styles from './SloEditor.module.css';

/** Props of {@link SloEditor}. */
export interface SloEditorProps {
  /** The SLO to edit; a new one without it. */
  sloName?: string;
  /** The SLOs of the entity. */
  backHref: string;
}

/** Writes an SLO of the entity, and hands it over to its repository. */
export function SloEditor({ sloName, backHref }: SloEditorProps) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { isAllowed, isPending } = useProposalRight(entityRef);
  return (
    <div className={styles.page}>
      <BackLink href={backHref}>{t('sloEditor.allObjectives')}</BackLink>
      {isPending && <LoadingState height={480} />}
      {isAllowed && (
        <Draft
          entityRef={entityRef}
          service={entity.metadata.name}
          sloName={sloName}
          backHref={backHref}
        />
      )}
      {!isPending && !isAllowed && (
        <EmptyState
          title={t('sloEditor.ownersWriteTheSlos')}
          description={t('sloEditor.theyAreInTheRepository')}
        />
      )}
    </div>
  );
}

function Draft(props: SloEditorProps & { entityRef: string; service: string }) {
  const { entityRef, service, sloName, backHref } = props;
  const draft = useSloDraft(entityRef);
  const [proposal, setProposal] = useState<Proposal>();
  if (proposal) {
    return (
      <HandedOverSlo
        entityRef={entityRef}
        proposal={proposal}
        backHref={backHref}
      />
    );
  }
  return (
    <QueryState query={draft} loading={<ViewSkeleton height={480} />}>
      {data =>
        sloName === undefined || fileOf(data, sloName) ? (
          <SloWorkbench
            draft={data}
            sloName={sloName}
            service={service}
            onHandedOver={setProposal}
          />
        ) : (
          <EmptyState
            title={t('sloEditor.noSloIn', {
              slo: sloName,
              file: data.files.map(({ path }) => fileNameOf(path)).join(', '),
            })}
          />
        )
      }
    </QueryState>
  );
}

/** `slo.yaml` of `./slo.yaml`. */
function fileNameOf(path: string): string {
  return path.replace(/^.*\//, '');
}

function HandedOverSlo(props: {
  entityRef: string;
  proposal: Proposal;
  backHref: string;
}) {
  const { entityRef, proposal, backHref } = props;
  const { isThere } = useSloAppearance(entityRef, proposal);
  return (
    <HandedOver
      proposal={proposal}
      isRead={isThere}
      readWords={t('sloEditor.thePortalHasItAnd')}
      next={{ label: t('sloEditor.showTheSlos'), href: backHref }}
    />
  );
}
