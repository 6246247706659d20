import { useCallback, useRef, useState } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Proposal } from '@atrium/common';
import type {
  DefinitionProposalQuery,
  Definitions,
} from '@atrium/plugin-provisioning-common';
import {
  BackLink,
  EmptyState,
  LoadingState,
  QueryState,
  ViewSkeleton,
} from '@atrium/ui';
import { HandedOver } from '@atrium/ui/editor';
import type { DefinitionValue } from '../../definitionForm/definitionEditor';
import { newDefinition } from '../../definitionForm/newDefinition';
import { useDefinitions } from '../../hooks/useDefinitions';
import {
  useDefinitionDraft,
  useDefinitionRight,
  useIsDefinitionRead,
} from '../../hooks/useDefinitionProposal';
import { definitionsRouteRef } from '../../routes';
import { t } from '../../translation';
import { DefinitionWorkbench } from './DefinitionWorkbench';
import { FileChoice } from './FileChoice';

/** Props of {@link DefinitionEditor}. */
export interface DefinitionEditorProps {
  /** The definition to edit; a new one without it. */
  name?: string;
}

/** Writes a definition, and hands it over to its repository. */
export function DefinitionEditor({ name }: DefinitionEditorProps) {
  const { isAllowed, isPending } = useDefinitionRight();
  const definitions = useDefinitions();
  const backHref = useRouteRef(definitionsRouteRef)?.() ?? '';
  return (
    <>
      <BackLink href={backHref}>
        {t('definitionEditor.allDefinitions')}
      </BackLink>
      {isPending && <LoadingState height={480} />}
      {!isPending && !isAllowed && (
        <EmptyState
          title={t('definitionEditor.onlyThePlatformTeamWrites')}
          description={t('definitionEditor.youCanProposeAChange')}
        />
      )}
      {isAllowed && (
        <QueryState query={definitions} loading={<ViewSkeleton height={480} />}>
          {data => (
            <Opened name={name} definitions={data} backHref={backHref} />
          )}
        </QueryState>
      )}
    </>
  );
}

function Opened(
  props: DefinitionEditorProps & { definitions: Definitions; backHref: string },
) {
  const { name, definitions, backHref } = props;
  const definition = definitions.definitions.find(one => one.name === name);
  const [choice, setChoice] = useState<DefinitionProposalQuery>({});
  const [proposal, setProposal] = useState<Proposal>();
  const query =
    name === undefined ? choice : { source: definition?.source ?? '' };
  if (proposal) {
    return <Done proposal={proposal} backHref={backHref} />;
  }
  if (name !== undefined && !definition) {
    return (
      <EmptyState
        title={t('definitionEditor.noDefinition', { name })}
        description={t('definitionEditor.itsFileDoesNotHave')}
      />
    );
  }
  return (
    <Draft
      {...props}
      query={query}
      onChoose={setChoice}
      onHandedOver={setProposal}
    />
  );
}

function Draft(
  props: DefinitionEditorProps & {
    definitions: Definitions;
    query: DefinitionProposalQuery;
    onChoose(query: DefinitionProposalQuery): void;
    onHandedOver(proposal: Proposal): void;
  },
) {
  const { name, definitions, query, onChoose, onHandedOver } = props;
  const draft = useDefinitionDraft(query);
  const written = useRef<DefinitionValue>();
  const keep = useCallback((value: DefinitionValue) => {
    written.current = value;
  }, []);
  return (
    <QueryState query={draft} loading={<ViewSkeleton height={480} />}>
      {data => {
        const file =
          data.files.find(({ path }) => path === query.newPath) ??
          data.files[0];
        return (
          <>
            {name === undefined && (
              <FileChoice draft={data} file={file} onChoose={onChoose} />
            )}
            <DefinitionWorkbench
              // Another file begins anew, with what was written of a new definition.
              key={file.url}
              definitions={definitions}
              draft={data}
              file={file}
              opened={
                name === undefined
                  ? {
                      value: newDefinition(definitions),
                      written: written.current,
                    }
                  : { name }
              }
              query={query}
              onChange={keep}
              onHandedOver={onHandedOver}
            />
          </>
        );
      }}
    </QueryState>
  );
}

function Done({
  proposal,
  backHref,
}: {
  proposal: Proposal;
  backHref: string;
}) {
  return (
    <HandedOver
      proposal={proposal}
      isRead={useIsDefinitionRead(proposal)}
      readWords={t('definitionEditor.thePortalHasItAnd')}
      next={{ label: t('definitionEditor.showTheDefinitions'), href: backHref }}
    />
  );
}
