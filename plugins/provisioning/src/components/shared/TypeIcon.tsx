import {
  RiBroadcastLine,
  RiDatabase2Line,
  RiFlashlightLine,
  RiHardDrive2Line,
  RiShapesLine,
  RiStackLine,
} from '@remixicon/react';

/** The icons that a type may name. */
const ICONS = new Map([
  ['database', RiDatabase2Line],
  ['cache', RiFlashlightLine],
  ['queue', RiStackLine],
  ['topic', RiBroadcastLine],
  ['storage', RiHardDrive2Line],
]);

/** Props of {@link TypeIcon}. */
export interface TypeIconProps {
  /** As the type names it; any other is drawn as some resource. */
  icon?: string;
  size?: number;
}

/** What kind of thing it is, beside its name. */
export function TypeIcon({ icon = '', size = 20 }: TypeIconProps) {
  const Icon = ICONS.get(icon) ?? RiShapesLine;
  return <Icon size={size} aria-hidden="true" />;
}
