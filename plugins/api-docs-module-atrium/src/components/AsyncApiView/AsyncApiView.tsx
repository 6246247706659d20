import { useCallback, useMemo, useRef } from 'react';
import { AsyncApiDefinitionWidget } from '@backstage/plugin-api-docs';
import {
  type AsyncApiDocument,
  readAsyncApiDocument,
} from '../../definition/asyncapi/readAsyncApiDocument';
import { lineOfEntry } from '../../definition/asyncapi/lineOfEntry';
import {
  definitionFormat,
  sourceLanguage,
} from '../../definition/definitionFormat';
import { useAnchor } from '../../hooks/useAnchor';
import { useRevealed } from '../../hooks/useRevealed';
import { t } from '../../translation';
import type { DefinitionContentProps } from '../DefinitionView/DefinitionContentProps';
import { OutlinedContent } from '../Outline/OutlinedContent';
import { SourceView } from '../SourceView/SourceView';
import styles from './AsyncApiView.module.css';

/** On more than this the stock renderer works for minutes. */
const MAX_LENGTH = 400_000;

/** An AsyncAPI definition: the outline beside the stock renderer. */
export function AsyncApiView(props: DefinitionContentProps) {
  const { definition, renderProblem } = props;
  const read = useMemo(() => readAsyncApiDocument(definition), [definition]);
  return read.ok ? (
    <AsyncApiContent document={read.value} definition={definition} />
  ) : (
    <>{renderProblem(read.problem)}</>
  );
}

interface AsyncApiContentProps {
  document: AsyncApiDocument;
  definition: string;
}

function AsyncApiContent({ document, definition }: AsyncApiContentProps) {
  const [anchor, setAnchor] = useAnchor();
  return (
    <OutlinedContent
      label={t('asyncApiView.contents')}
      sections={outlineOf(document)}
      selectedId={anchor}
      onSelect={setAnchor}
    >
      <p className={styles.facts}>{factsOf(document)}</p>
      {definition.length <= MAX_LENGTH ? (
        <Drawn definition={definition} anchor={anchor} />
      ) : (
        <>
          <p className={styles.facts}>
            {t('asyncApiView.thisDefinitionIsTooLarge')}
          </p>
          <SourceView
            text={definition}
            language={sourceLanguage(definitionFormat('asyncapi'), definition)}
            line={lineOfEntry(definition, anchor)}
          />
        </>
      )}
    </OutlinedContent>
  );
}

interface DrawnProps {
  definition: string;
  anchor: string;
}

function Drawn({ definition, anchor }: DrawnProps) {
  const container = useRef<HTMLDivElement>(null);
  const reveal = useCallback(
    (element: HTMLElement) => revealEntry(element, anchor),
    [anchor],
  );
  useRevealed(container, anchor ? reveal : undefined);
  return (
    <div ref={container} className={styles.asyncapi}>
      <AsyncApiDefinitionWidget definition={definition} />
    </div>
  );
}

/**
 * The renderer gives ids that end in the key of the entry, except to operations
 * of AsyncAPI 2 without a name; those are known by their channel.
 */
function revealEntry(container: HTMLElement, anchor: string): boolean {
  const [section, ...rest] = anchor.split(' ');
  const key = rest.join(' ');
  const entries = [
    ...container.querySelectorAll(`li[id^="${CSS.escape(section)}-"]`),
  ];
  const target =
    entries.find(entry => entry.id.endsWith(`-${key}`)) ??
    entries.find(entry => entry.textContent?.includes(key));
  target?.scrollIntoView({ block: 'start' });
  return target !== undefined;
}

function outlineOf({ operations, messages, schemas }: AsyncApiDocument) {
  const sections = [
    {
      title: t('asyncApiView.operations'),
      items: items('operation', operations),
    },
    { title: t('asyncApiView.messages'), items: items('message', messages) },
    { title: t('asyncApiView.schemas'), items: items('schema', schemas) },
  ];
  return sections.filter(section => section.items.length > 0);
}

function items(section: string, keys: string[]) {
  return keys.map(key => ({ id: `${section} ${key}`, label: key }));
}

function factsOf(document: AsyncApiDocument): string {
  const { version, format, channelCount, operations, messages } = document;
  return [
    version && t('asyncApiView.version', { version }),
    format,
    t('asyncApiView.channelCount', { count: channelCount }),
    t('asyncApiView.operationCount', { count: operations.length }),
    t('asyncApiView.messageCount', { count: messages.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}
