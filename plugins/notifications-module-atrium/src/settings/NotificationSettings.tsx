import { EmptyState, QueryState, RowsSkeleton, ScrollRegion } from '@atrium/ui';
import { RiNotification2Line } from '@remixicon/react';
import {
  useNotificationSettings,
  useUpdateSettings,
} from '../queries/useNotificationSettings';
import { ChangeError } from '../shared/ChangeError';
import { t } from '../translation';
import { SettingRow } from './SettingRow';
import { toSettingRows } from './settingRows';
import styles from './NotificationSettings.module.css';

const CHANNEL_TITLES: Record<string, string> = {
  get Web() {
    return t('notificationSettings.inThePortal');
  },
  get Email() {
    return t('notificationSettings.byEMail');
  },
};

/** What somebody is told of, and by which way. */
export function NotificationSettings() {
  const settings = useNotificationSettings();
  const update = useUpdateSettings();
  return (
    <div className={styles.panel}>
      <QueryState
        query={settings}
        loading={<RowsSkeleton rows={3} />}
        isEmpty={data => toSettingRows(data).length === 0}
        empty={
          <EmptyState
            icon={<RiNotification2Line size={24} />}
            title={t('notificationSettings.nothingToChooseYet')}
            description={t(
              'notificationSettings.eachKindOfNotificationAppears',
            )}
          />
        }
      >
        {data => (
          <ScrollRegion label={t('notificationSettings.notificationSettings')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('notificationSettings.kind')}</th>
                  {data.channels.map(({ id }) => (
                    <th key={id} scope="col" className={styles.choice}>
                      {CHANNEL_TITLES[id] ?? id}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {toSettingRows(data).map(row => (
                  <SettingRow
                    key={row.key}
                    row={row}
                    channels={data.channels.map(({ id }) => ({
                      id,
                      title: CHANNEL_TITLES[id] ?? id,
                    }))}
                    onChange={(channelId, isEnabled) =>
                      update.mutate({ ...row, channelId, isEnabled })
                    }
                  />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </QueryState>
      <ChangeError error={update.error} />
    </div>
  );
}
