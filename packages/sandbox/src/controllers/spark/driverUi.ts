import type { AppStatus, Application } from '../sparkUi/AppStatus';
import { restApi } from '../sparkUi/restApi';
import type { ProcessHost } from '../pods/Process';
import type { DriverProgram } from './DriverProgram';

const UI_PORT = 4040;

/** What a driver's process is an application of. */
export function applicationOf(
  host: ProcessHost,
  { properties }: Pick<DriverProgram, 'properties'>,
): Application {
  return {
    id: properties['spark.app.id'] ?? '',
    name: properties['spark.app.name'] ?? '',
    user: 'spark',
    sparkVersion: host.pod.metadata.labels?.['spark-version'] ?? '',
    startedAt: host.clock.now() - host.elapsedMs,
  };
}

/** Answers on the port of the application's UI; returns how to end that. */
export function listenForUi(
  host: ProcessHost,
  { properties }: Pick<DriverProgram, 'properties'>,
  app: AppStatus,
): () => void {
  if (properties['spark.ui.enabled'] === 'false') return () => {};
  const port = Number(properties['spark.ui.port'] ?? UI_PORT) || UI_PORT;
  const { sparkVersion } = app.application;
  return host.api.listen(host.pod, port, request =>
    restApi([app], sparkVersion, request, host.clock.now()),
  );
}
