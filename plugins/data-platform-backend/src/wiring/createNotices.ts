import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { PlatformResource } from '@millrace/backstage-plugin-data-platform-common';
import { Knex } from 'knex';
import { Clock } from '../clusters/Clock';
import { EntityDirectory } from '../join/types';
import { Messenger } from '../notices/Messenger';
import { Notices } from '../notices/Notices';
import { NoticeTable } from '../notices/NoticeTable';
import { SeenSources } from '../notices/SeenSources';
import { Settings } from './readSettings';

/** What tells owners of jobs what happened; nothing where it is switched off. */
export function createNotices(parts: {
  settings: Pick<Settings, 'notifications'>;
  notifications?: NotificationService;
  /** With the plugin's migrations applied. */
  database: Knex;
  entities: EntityDirectory;
  row(id: string): PlatformResource | undefined;
  /** Names of the sources that are watched now. */
  watched(): readonly string[];
  /** How far the clock of a source is ahead of ours, ms. */
  clockSkewMs(source: string): number;
  clock: Clock;
  logger: LoggerService;
  signal: AbortSignal;
}): Notices | undefined {
  const { settings, notifications, database, entities, clock, signal } = parts;
  if (!settings.notifications || !notifications) return undefined;
  const seen = new SeenSources(parts);
  signal.addEventListener('abort', () => seen.stop(), { once: true });
  return new Notices({
    ...parts,
    seen,
    table: new NoticeTable(database, () => clock.now()),
    messenger: new Messenger({ ...parts, notifications }),
    entity: ref => entities.get(ref),
  });
}
