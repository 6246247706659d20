import { Switch } from '@backstage/ui';
import { toTopicTitle } from '../words/toTopicTitle';
import type { SettingRowData } from './settingRows';
import styles from './NotificationSettings.module.css';

export interface SettingRowProps {
  row: SettingRowData;
  channels: { id: string; title: string }[];
  onChange(channelId: string, isEnabled: boolean): void;
}

/** One kind of notification, with a switch for each way to be told of it. */
export function SettingRow({ row, channels, onChange }: SettingRowProps) {
  const { originId, topicId, enabledChannels } = row;
  const origin = toTopicTitle(originId);
  const title = topicId === undefined ? origin : toTopicTitle(topicId);
  return (
    <tr>
      <th scope="row">
        {title}
        {title !== origin && <span className={styles.origin}>{origin}</span>}
      </th>
      {channels.map(channel => (
        <td key={channel.id} className={styles.choice}>
          <Switch
            aria-label={`${title}, ${channel.title}`}
            isSelected={enabledChannels.includes(channel.id)}
            onChange={isEnabled => onChange(channel.id, isEnabled)}
          />
        </td>
      ))}
    </tr>
  );
}
