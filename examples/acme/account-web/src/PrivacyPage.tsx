import { Button, Card, Notice } from '@acme/design-system';
import type { ConsentPurpose } from './UserApi';
import { useConsents } from './useAccount';

const PURPOSES: Record<ConsentPurpose, { title: string; text: string }> = {
  analytics: {
    title: 'Improve the shop',
    text: 'We record which pages you visit, without your name.',
  },
  'marketing-email': {
    title: 'Offers by e-mail',
    text: 'At most one e-mail a week.',
  },
  'marketing-push': {
    title: 'Offers in the app',
    text: 'At most one message a day.',
  },
  'order-updates-sms': {
    title: 'Delivery by text message',
    text: 'When your parcel is on its way and when it has arrived.',
  },
};

export function PrivacyPage() {
  const { consents, decide } = useConsents();

  if (consents.isPending) {
    return <p aria-busy="true">Loading your choices…</p>;
  }
  if (consents.isError) {
    return (
      <Notice tone="bad" title="Your choices could not be loaded">
        <Button onClick={() => consents.refetch()}>Try again</Button>
      </Notice>
    );
  }
  return (
    <Card title="What you agree to">
      {decide.isError && (
        <Notice tone="bad" title="Your choice was not saved">
          <p>It is as before. Please try again.</p>
        </Notice>
      )}
      {consents.data.map(({ purpose, isGranted }) => (
        <label key={purpose}>
          <input
            type="checkbox"
            checked={isGranted}
            disabled={decide.isPending}
            onChange={event =>
              decide.mutate({ purpose, isGranted: event.target.checked })
            }
          />
          <strong>{PURPOSES[purpose].title}</strong> {PURPOSES[purpose].text}
        </label>
      ))}
    </Card>
  );
}
