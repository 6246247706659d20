import type {
  NotificationSettings,
  OriginSetting,
} from '@backstage/plugin-notifications-common';

/** A kind of notification, and the channels by which somebody is told of it. */
export interface SettingRowData {
  key: string;
  originId: string;
  /** Undefined where a sender names no topics. */
  topicId?: string;
  enabledChannels: string[];
}

/** One row for each topic of each sender, of all channels together. */
export function toSettingRows({
  channels,
}: NotificationSettings): SettingRowData[] {
  const rows = new Map<string, SettingRowData>();
  for (const channel of channels) {
    for (const origin of channel.origins) {
      const { topics = [] } = origin;
      const kinds: { id?: string; enabled: boolean }[] =
        topics.length > 0 ? topics : [{ enabled: origin.enabled }];
      for (const { id, enabled } of kinds) {
        const key = `${origin.id} ${id ?? ''}`;
        const row = rows.get(key) ?? {
          key,
          originId: origin.id,
          topicId: id,
          enabledChannels: [],
        };
        rows.set(key, row);
        if (enabled && origin.enabled) {
          row.enabledChannels.push(channel.id);
        }
      }
    }
  }
  return [...rows.values()].sort((a, b) => a.key.localeCompare(b.key, 'en'));
}

export interface TopicChange {
  channelId: string;
  originId: string;
  topicId?: string;
  isEnabled: boolean;
}

/** The settings with one switch turned. */
export function withTopic(
  { channels }: NotificationSettings,
  change: TopicChange,
): NotificationSettings {
  const { channelId, originId } = change;
  return {
    channels: channels.map(channel =>
      channel.id === channelId
        ? {
            ...channel,
            origins: channel.origins.map(origin =>
              origin.id === originId ? turnOrigin(origin, change) : origin,
            ),
          }
        : channel,
    ),
  };
}

/** A sender that is off says nothing, so one topic on turns only this one on. */
function turnOrigin(
  origin: OriginSetting,
  { topicId, isEnabled }: TopicChange,
): OriginSetting {
  if (topicId === undefined) {
    return { ...origin, enabled: isEnabled };
  }
  return {
    ...origin,
    enabled: origin.enabled || isEnabled,
    topics: origin.topics?.map(topic => {
      const { id, enabled } = topic;
      return {
        ...topic,
        enabled: id === topicId ? isEnabled : enabled && origin.enabled,
      };
    }),
  };
}
