import { lazy, Suspense } from 'react';

// Not in the first download: the side bar is there without it.
const NotificationsItem = lazy(async () => {
  const { NotificationsSidebarItem } = await import(
    '@backstage/plugin-notifications'
  );
  return { default: NotificationsSidebarItem };
});

/** The way to one's notifications, with how many are unread. */
export function SidebarNotifications() {
  return (
    <Suspense fallback={null}>
      <NotificationsItem titleCounterEnabled={false} />
    </Suspense>
  );
}
