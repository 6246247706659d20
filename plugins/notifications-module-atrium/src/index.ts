export { notificationsModuleAtrium as default } from './module';
export { NotificationMessages } from './messages/NotificationMessages';
export { useUnreadCount } from './queries/useUnreadCount';
