import { isRecord } from './isRecord';

/** An entity, as far as it says what it is called. */
interface TitledEntity {
  metadata: { title?: string };
  spec?: Record<string, unknown>;
}

/** What an entity or, as groups and people say it, its profile calls itself. */
export function entityTitle({
  metadata,
  spec,
}: TitledEntity): string | undefined {
  const profile = spec?.profile;
  const displayName = isRecord(profile) ? profile.displayName : undefined;
  return (
    metadata.title ??
    (typeof displayName === 'string' ? displayName : undefined)
  );
}
