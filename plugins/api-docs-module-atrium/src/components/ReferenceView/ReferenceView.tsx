import { useEffect, useMemo } from 'react';
import type { Reference } from '../../definition/Reference';
import { useAnchor } from '../../hooks/useAnchor';
import { t } from '../../translation';
import { OutlinedContent } from '../Outline/OutlinedContent';
import { elementId } from './elementId';
import { Prose } from './Prose';
import { ReferenceEntryView } from './ReferenceEntryView';
import styles from './ReferenceView.module.css';

/** With more members than this, only the chosen entry is shown. */
const MAX_MEMBERS = 600;

/** Props of {@link ReferenceView}. */
export interface ReferenceViewProps {
  reference: Reference;
  /** Opens the source at a line, where there is one to open. */
  onShowSource?(line: number): void;
}

/** What a definition in a schema language offers: outline and entries. */
export function ReferenceView(props: ReferenceViewProps) {
  const { reference, onShowSource } = props;
  const [anchor, setAnchor] = useAnchor();
  const entries = useMemo(
    () => reference.groups.flatMap(group => group.entries),
    [reference],
  );
  const chosen =
    entries.find(entry => entry.id === anchor) ??
    entries.find(entry => entry.members.some(({ id }) => id === anchor));
  const memberCount = entries.reduce(
    (sum, entry) => sum + entry.members.length,
    0,
  );
  const isWhole = memberCount <= MAX_MEMBERS;
  const shown = isWhole ? entries : [chosen ?? entries[0]].filter(Boolean);

  useEffect(() => {
    const target = anchor && document.getElementById(elementId(anchor));
    if (target) {
      target.scrollIntoView({ block: 'start' });
    }
  }, [anchor, shown.length]);

  return (
    <OutlinedContent
      label={t('referenceView.contents')}
      sections={outlineOf(reference)}
      selectedId={anchor}
      onSelect={setAnchor}
    >
      <p className={styles.summary}>{reference.summary}</p>
      {reference.description && <Prose text={reference.description} />}
      {shown.map(entry => (
        <ReferenceEntryView
          key={entry.id}
          entry={entry}
          chosenId={anchor}
          onSelect={setAnchor}
          onShowSource={onShowSource}
        />
      ))}
    </OutlinedContent>
  );
}

/** Methods and root fields are what people look for; types by their name. */
function outlineOf({ groups }: Reference) {
  return groups.map(({ title, entries, isEntrance }) => ({
    title,
    items: entries.flatMap(entry =>
      isEntrance
        ? entry.members.map(member => ({
            id: member.id,
            label: member.name,
            hint: `${entry.name}.${member.name}`,
            isDeprecated: member.isDeprecated,
          }))
        : [
            {
              id: entry.id,
              label: entry.name,
              hint: `${entry.kind} ${entry.name}`,
              isDeprecated: entry.isDeprecated,
            },
          ],
    ),
  }));
}
