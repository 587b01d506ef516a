import { ReactElement } from 'react';
import { holdPageClock } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import {
  PlatformScreen,
  renderPlatform,
} from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { NOW } from './branchFixtures';
import { lakeApi } from './lakeApi';
import { lakeEntity } from './lakeFixtures';

/** Renders a screen on the page of the repository of the fixtures. */
export function renderLake(element: ReactElement, screen?: PlatformScreen) {
  holdPageClock(NOW);
  return renderPlatform(element, {
    api: lakeApi(),
    entity: lakeEntity,
    ...screen,
  });
}
