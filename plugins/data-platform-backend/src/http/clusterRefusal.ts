import { ImpersonatedUser } from '../clusters/types';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ClusterResponse } from '../clusters/types';

/** What was asked of a cluster, for the sentence. */
export interface ClusterQuestion {
  cluster: string;
  /** `the log of pod orders/orders-daily-driver` */
  what: string;
  as: ImpersonatedUser;
}

/** Turns a cluster's refusal into an error in words. `message` of its Status is quoted: it names the field or rule. */
export async function clusterRefusal(
  response: ClusterResponse,
  { cluster, what, as }: ClusterQuestion,
): Promise<Error> {
  const said = await statusMessage(response);
  switch (response.status) {
    case 204:
      return new ConflictError(
        `The pod has no node yet on cluster ${cluster}, so there is no log of it.`,
      );
    case 400:
      return badRequest(said, cluster, what);
    case 403:
      return new NotAllowedError(
        `Cluster ${cluster} does not let you read ${what}. It was asked as ${
          as.user
        } in ${groups(as)}, and said: ${said}`,
      );
    case 404:
    case 410:
      return new NotFoundError(
        `Cluster ${cluster} has not got ${what} any more. What the portal kept of a failed run is in the run's details.`,
      );
    default:
      return new ServiceUnavailableError(
        `Cluster ${cluster} could not give ${what} (HTTP ${response.status}): ${said}`,
      );
  }
}

/** The API server answers 400 to all sorts of questions that have no answer. */
function badRequest(said: string, cluster: string, what: string): Error {
  if (waiting(said)) {
    return new ConflictError(
      `The container has not started yet on cluster ${cluster}, so it has no log: ${said}`,
    );
  }
  if (/previous terminated container .* not found/i.test(said)) {
    return new NotFoundError(
      `The container has not restarted on cluster ${cluster}, so there is none before it. A retry makes a new pod: its log is with the run before.`,
    );
  }
  return new NotFoundError(`Cluster ${cluster} has not got ${what}: ${said}`);
}

function waiting(said: string): boolean {
  return /waiting to start|ContainerCreating|PodInitializing/i.test(said);
}

function groups({ groups: all }: ImpersonatedUser): string {
  return all.length === 0 ? 'no group' : `the groups ${all.join(', ')}`;
}

async function statusMessage(response: ClusterResponse): Promise<string> {
  const text = await response.text().catch(() => '');
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === 'string' && message) return message.slice(0, 500);
  } catch {
    // Plain text, or the page of something that is no API server: the first line tells enough.
  }
  return text.split('\n')[0].slice(0, 200) || 'no reason given';
}
