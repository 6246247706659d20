import { toSettingRows, withTopic } from './settingRows';

const settings = {
  channels: [
    {
      id: 'Web',
      origins: [
        {
          id: 'plugin:slo',
          enabled: true,
          topics: [
            { id: 'slo-alert', enabled: true },
            { id: 'slo-report', enabled: false },
          ],
        },
        { id: 'plugin:delivery', enabled: false },
      ],
    },
    {
      id: 'Email',
      origins: [
        {
          id: 'plugin:slo',
          enabled: false,
          topics: [
            { id: 'slo-alert', enabled: true },
            { id: 'slo-report', enabled: true },
          ],
        },
      ],
    },
  ],
};

it('has one row for each kind, with the channels that are on', () => {
  expect(
    toSettingRows(settings).map(row => [
      row.originId,
      row.topicId,
      row.enabledChannels,
    ]),
  ).toEqual([
    ['plugin:delivery', undefined, []],
    ['plugin:slo', 'slo-alert', ['Web']],
    ['plugin:slo', 'slo-report', []],
  ]);
});

it('turns one kind on where its sender was off, and leaves the others off', () => {
  const changed = withTopic(settings, {
    channelId: 'Email',
    originId: 'plugin:slo',
    topicId: 'slo-alert',
    isEnabled: true,
  });
  expect(changed.channels[0]).toEqual(settings.channels[0]);
  expect(changed.channels[1].origins).toEqual([
    {
      id: 'plugin:slo',
      enabled: true,
      topics: [
        { id: 'slo-alert', enabled: true },
        { id: 'slo-report', enabled: false },
      ],
    },
  ]);
});
