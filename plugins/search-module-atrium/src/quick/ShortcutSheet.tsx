import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { t } from '../translation';
import styles from './ShortcutSheet.module.css';

export interface ShortcutSheetProps {
  isApple: boolean;
  onClose(): void;
}

/** Which keys do what. */
export function ShortcutSheet({ isApple, onClose }: ShortcutSheetProps) {
  const command = isApple ? '⌘' : t('shortcutSheet.ctrl');
  const groups = [
    {
      title: t('shortcutSheet.onAnyPage'),
      shortcuts: [
        { keys: [[command, 'K'], ['/']], text: t('shortcutSheet.searchAndDo') },
        { keys: [['?']], text: t('shortcutSheet.showTheseShortcuts') },
        {
          keys: [['Tab']],
          text: t('shortcutSheet.skipToContentAsThe'),
        },
      ],
    },
    {
      title: t('shortcutSheet.inTheSearch'),
      shortcuts: [
        { keys: [['↑'], ['↓']], text: t('shortcutSheet.choose') },
        { keys: [['Enter']], text: t('shortcutSheet.open') },
        { keys: [[command, 'Enter']], text: t('shortcutSheet.openInANewTab') },
        { keys: [['Esc']], text: t('shortcutSheet.close') },
      ],
    },
  ];
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>{t('shortcutSheet.keyboardShortcuts')}</DialogHeader>
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
                        {index > 0 && ` ${t('shortcutSheet.or')} `}
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
