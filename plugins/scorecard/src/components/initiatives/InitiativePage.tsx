import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { InitiativeDetails } from '@atrium/plugin-scorecard-common';
import {
  ActionDialog,
  BackLink,
  CsvButton,
  formatDay,
  QueryState,
  Section,
  StatusBadge,
  textStyles,
  TrendChart,
  readField,
  useDocumentTitle,
  ViewSkeleton,
} from '@atrium/ui';
import { useCancelInitiative, useInitiative } from '../../hooks/useInitiatives';
import { useReadCsv } from '../../hooks/useReadCsv';
import { initiativesRouteRef } from '../../routes';
import { t } from '../../translation';
import { INITIATIVE_WORDS } from '../../words/stateWords';
import { EntityLinks } from '../shared/EntityLinks';
import { Markdown } from '@atrium/ui/markdown';
import { InitiativeForm } from './InitiativeForm';
import { ProgressBar } from './ProgressBar';
import { RemainingTable, TeamTable } from './initiativeTables';
import styles from './initiatives.module.css';

/** One initiative: how far it is, who has something to do, and what. */
export function InitiativePage() {
  const { initiativeId = '' } = useParams();
  const listHref = useRouteRef(initiativesRouteRef)?.();
  return (
    <>
      {listHref && (
        <BackLink href={listHref}>
          {t('initiativePage.allInitiatives')}
        </BackLink>
      )}
      <QueryState
        query={useInitiative(initiativeId)}
        loading={<ViewSkeleton height={400} />}
      >
        {initiative => (
          <ReadOrEdited key={initiative.id} initiative={initiative} />
        )}
      </QueryState>
    </>
  );
}

function ReadOrEdited({ initiative }: { initiative: InitiativeDetails }) {
  const [isEdited, setIsEdited] = useState(false);
  return isEdited ? (
    <InitiativeForm initiative={initiative} onDone={() => setIsEdited(false)} />
  ) : (
    <Details initiative={initiative} onEdit={() => setIsEdited(true)} />
  );
}

function Details(props: { initiative: InitiativeDetails; onEdit(): void }) {
  const { initiative, onEdit } = props;
  const { title, description, scorecardTitle, state } = initiative;
  useDocumentTitle('part', title);
  const { startsOn, dueOn, ownerRef, burnDown, canManage } = initiative;
  const { status, text } = INITIATIVE_WORDS[state];
  const readRows = useReadCsv('initiatives/remaining', {
    initiative: initiative.id,
  });
  const isOpen = state === 'running' || state === 'scheduled';
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.about}>
          <div className={textStyles.line}>
            <h2 className={styles.title}>{title}</h2>
            <StatusBadge status={status}>{text}</StatusBadge>
          </div>
          <p className={textStyles.muted}>
            {t('initiativePage.inFromUntilLedBy', {
              goalTitle: readField(initiative, 'goalTitle'),
              scorecardTitle,
              startsOn: formatDay(startsOn),
              dueOn: formatDay(dueOn),
              entityLinks: <EntityLinks entityRefs={[ownerRef]} />,
            })}
          </p>
          {description && <Markdown text={description} />}
          <ProgressBar progress={initiative} />
        </div>
        {canManage && isOpen && (
          <div className={textStyles.line}>
            <Button variant="secondary" size="small" onPress={onEdit}>
              {t('initiativePage.edit')}
            </Button>
            <CancelButton id={initiative.id} />
          </div>
        )}
      </header>
      {burnDown.length > 1 && (
        <TrendChart
          title={t('initiativePage.servicesLeftDayByDay')}
          kind="line"
          points={burnDown.map(({ at, remaining }) => ({
            label: formatDay(at).replace(/ \d{4}$/, ''),
            value: remaining,
          }))}
          formatValue={String}
        />
      )}
      <div className={styles.columns}>
        <Section
          title={t('initiativePage.remaining')}
          tools={<CsvButton name="initiative-remaining" readRows={readRows} />}
        >
          <RemainingTable initiative={initiative} />
        </Section>
        <Section title={t('initiativePage.teams')}>
          <TeamTable initiative={initiative} />
        </Section>
      </div>
    </div>
  );
}

function CancelButton({ id }: { id: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useCancelInitiative(id);
  return (
    <>
      <Button variant="tertiary" size="small" onPress={() => setIsAsking(true)}>
        {t('initiativePage.endInitiative')}
      </Button>
      {isAsking && (
        <ActionDialog
          title={t('initiativePage.endThisInitiative')}
          action={t('initiativePage.endInitiative')}
          cancel={t('initiativePage.keepIt')}
          failure={t('initiativePage.nothingWasChanged')}
          change={cancel}
          onConfirm={() =>
            cancel.mutate(undefined, { onSuccess: () => setIsAsking(false) })
          }
          onClose={() => setIsAsking(false)}
        >
          <p className={textStyles.text}>
            {t('initiativePage.nobodyIsRemindedAnyMore')}
          </p>
        </ActionDialog>
      )}
    </>
  );
}
