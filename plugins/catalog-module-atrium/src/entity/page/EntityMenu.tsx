import { ExtensionBoundary } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import { t } from '../../translation';
import type { EntityMenuEntry } from './EntityMenuEntry';

/** Props of {@link EntityMenu}. */
export interface EntityMenuProps {
  entries: EntityMenuEntry[];
}

/** What else can be done with an entity. */
export function EntityMenu({ entries }: EntityMenuProps) {
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="secondary"
        icon={<RiMore2Line />}
        aria-label={t('entityMenu.moreActions')}
      />
      <Menu placement="bottom end">
        {entries.map(entry => (
          <ExtensionBoundary
            key={entry.node.spec.id}
            node={entry.node}
            errorPresentation="error-api"
          >
            <EntityMenuItem entry={entry} />
          </ExtensionBoundary>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function EntityMenuItem({ entry }: { entry: EntityMenuEntry }) {
  const { icon, useProps } = entry.data;
  const { title, disabled, onClick, ...target } = useProps();
  return (
    <MenuItem
      iconStart={icon}
      href={'href' in target ? target.href : undefined}
      isDisabled={disabled}
      // A failure is shown by what the entry does itself.
      onAction={() => void Promise.resolve(onClick?.()).catch(() => undefined)}
    >
      {title}
    </MenuItem>
  );
}
