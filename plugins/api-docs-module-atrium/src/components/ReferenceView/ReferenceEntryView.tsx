import { RiCodeLine } from '@remixicon/react';
import { ButtonIcon } from '@backstage/ui';
import type {
  ReferenceEntry,
  ReferenceMember,
  TypePart,
} from '../../definition/Reference';
import { t } from '../../translation';
import { elementId } from './elementId';
import { Prose } from './Prose';
import styles from './ReferenceView.module.css';

/** More members than this are counted; the contents find them. */
const MAX_MEMBERS = 300;

/** Props of {@link ReferenceEntryView}. */
export interface ReferenceEntryViewProps {
  entry: ReferenceEntry;
  /** The entry or member that the reader chose. */
  chosenId: string;
  onSelect(id: string): void;
  onShowSource?(line: number): void;
}

/** A service, message, type or enum with its members. */
export function ReferenceEntryView(props: ReferenceEntryViewProps) {
  const { entry, chosenId, onSelect, onShowSource } = props;
  const members = entry.members.filter(
    (member, index) => index < MAX_MEMBERS || member.id === chosenId,
  );
  const hiddenCount = entry.members.length - members.length;
  return (
    <section
      className={styles.entry}
      id={elementId(entry.id)}
      aria-labelledby={`${elementId(entry.id)}-name`}
    >
      <header className={styles.header}>
        <span className={styles.kind}>{entry.kind}</span>
        <h3 className={styles.name} id={`${elementId(entry.id)}-name`}>
          {entry.name}
        </h3>
        {entry.isDeprecated && <Deprecated />}
        {onShowSource && (
          <ButtonIcon
            variant="tertiary"
            size="small"
            icon={<RiCodeLine />}
            aria-label={t('referenceEntryView.showInTheSource', {
              entry: entry.name,
            })}
            onPress={() => onShowSource(entry.line)}
          />
        )}
      </header>
      {entry.description && <Prose text={entry.description} />}
      {members.length > 0 && (
        <ul className={styles.members}>
          {members.map(member => (
            <Member
              key={member.id}
              member={member}
              isChosen={member.id === chosenId}
              onSelect={onSelect}
            />
          ))}
          {hiddenCount > 0 && (
            <li className={styles.member}>
              {t('referenceEntryView.moreSearchTheContentsTo', {
                more: hiddenCount,
              })}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

interface MemberProps {
  member: ReferenceMember;
  isChosen: boolean;
  onSelect(id: string): void;
}

function Member({ member, isChosen, onSelect }: MemberProps) {
  return (
    <li
      className={styles.member}
      id={elementId(member.id)}
      data-chosen={isChosen || undefined}
    >
      <div className={styles.signature}>
        <strong>{member.name}</strong>
        {member.type.length > 0 && (
          <span className={styles.type}>
            {member.type.map((part, index) => (
              <Type key={index} part={part} onSelect={onSelect} />
            ))}
          </span>
        )}
        {member.number !== undefined && (
          <span className={styles.number}>= {member.number}</span>
        )}
        {member.isDeprecated && <Deprecated />}
      </div>
      {member.description && <Prose text={member.description} />}
    </li>
  );
}

interface TypeProps {
  part: TypePart;
  onSelect(id: string): void;
}

function Type({ part, onSelect }: TypeProps) {
  return typeof part === 'string' ? (
    <>{part}</>
  ) : (
    <button
      type="button"
      className={styles.link}
      onClick={() => onSelect(part.entryId)}
    >
      {part.text}
    </button>
  );
}

function Deprecated() {
  return (
    <span className={styles.deprecated}>
      {t('referenceEntryView.deprecated')}
    </span>
  );
}
