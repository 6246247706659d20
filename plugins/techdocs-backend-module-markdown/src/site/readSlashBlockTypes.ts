import { isRecord } from '@atrium/common';
import type {
  SlashBlockType,
  SlashBlockTypes,
} from '../markdown/slashBlockTypes';
import {
  defaultSlashBlockTypes,
  slashBlockType,
} from '../markdown/slashBlockTypes';

/** A name that is written into a class as it is. */
const NAME = /^[\w-]+$/;

/** More than any site has; each is kept with every page's settings. */
const MAX_TYPES = 200;

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readTypes(value: unknown): [string, SlashBlockType][] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.slice(0, MAX_TYPES).flatMap((item: unknown) => {
    const options = isRecord(item) ? item : { name: item };
    const name = text(options.name);
    const className = text(options.class) ?? name;
    return name && className && NAME.test(name) && NAME.test(className)
      ? [slashBlockType(name, { className, title: text(options.title) })]
      : [];
  });
}

/** The boxes of `pymdownx.blocks`: those known everywhere, and the site's own. */
export function readSlashBlockTypes(
  extensions: ReadonlyMap<string, Record<string, unknown>>,
): SlashBlockTypes {
  const typesOf = (name: string) => readTypes(extensions.get(name)?.types);
  return {
    admonition: new Map([
      ...defaultSlashBlockTypes.admonition,
      ...typesOf('pymdownx.blocks.admonition'),
    ]),
    details: new Map(typesOf('pymdownx.blocks.details')),
  };
}
