import { Authenticator } from './Authenticator';
import { Route } from './Route';
import { accountRoutes } from './routes/accountRoutes';
import { actionRoutes } from './routes/actionRoutes';
import { branchRoutes } from './routes/branchRoutes';
import { configRoutes } from './routes/configRoutes';
import { objectRoutes } from './routes/objectRoutes';
import { otherRoutes } from './routes/otherRoutes';
import { pullRoutes } from './routes/pullRoutes';
import { refRoutes } from './routes/refRoutes';
import { repositoryRoutes } from './routes/repositoryRoutes';
import { settingRoutes } from './routes/settingRoutes';
import { tagRoutes } from './routes/tagRoutes';

/** All that the API answers. */
export function lakeFsRoutes(
  authenticator: Authenticator,
  createdAt: () => number,
): readonly Route[] {
  return [
    ...accountRoutes(authenticator, createdAt),
    ...configRoutes,
    ...repositoryRoutes,
    ...branchRoutes,
    ...refRoutes,
    ...objectRoutes,
    ...tagRoutes,
    ...settingRoutes,
    ...actionRoutes,
    ...pullRoutes,
    ...otherRoutes,
  ];
}
