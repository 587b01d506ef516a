import { SidebarItem } from '@backstage/core-components';
import BellIcon from '@material-ui/icons/NotificationsNone';
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
      <NotificationsItem
        titleCounterEnabled={false}
        // The item's own has a name that leaves out the number that it shows.
        renderItem={({ unreadCount, to, onClick }) => (
          <SidebarItem
            icon={BellIcon}
            to={to}
            text={
              unreadCount > 0
                ? `Notifications (${unreadCount > 99 ? '99+' : unreadCount})`
                : 'Notifications'
            }
            hasNotifications={unreadCount > 0}
            onClick={onClick}
          />
        )}
      />
    </Suspense>
  );
}
