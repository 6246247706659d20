import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import styles from './ShortcutSheet.module.css';

export interface ShortcutSheetProps {
  isApple: boolean;
  onClose(): void;
}

/** Which keys do what. */
export function ShortcutSheet({ isApple, onClose }: ShortcutSheetProps) {
  const command = isApple ? '⌘' : 'Ctrl';
  const groups = [
    {
      title: 'On any page',
      shortcuts: [
        { keys: [[command, 'K'], ['/']], text: 'Search and do' },
        { keys: [['?']], text: 'Show these shortcuts' },
        {
          keys: [['Tab']],
          text: 'Skip to content, as the first key on a page',
        },
      ],
    },
    {
      title: 'In the search',
      shortcuts: [
        { keys: [['↑'], ['↓']], text: 'Choose' },
        { keys: [['Enter']], text: 'Open' },
        { keys: [[command, 'Enter']], text: 'Open in a new tab' },
        { keys: [['Esc']], text: 'Close' },
      ],
    },
  ];
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>Keyboard shortcuts</DialogHeader>
      <DialogBody>
        {groups.map(({ title, shortcuts }) => (
          <section key={title} className={styles.group} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.shortcuts}>
              {shortcuts.map(({ keys, text }) => (
                <div key={text} className={styles.shortcut}>
                  <dt>{text}</dt>
                  <dd>
                    {keys.map((combination, index) => (
                      <span key={combination.join('+')}>
                        {index > 0 && ' or '}
                        {combination.map(key => (
                          <kbd key={key} className={styles.key}>
                            {key}
                          </kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
    </Dialog>
  );
}
