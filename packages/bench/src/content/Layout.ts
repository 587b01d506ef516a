import { Scale } from '../Scale';

/** One data domain: a namespace on one cluster. */
export interface DomainPlace {
  cluster: string;
  /** Of the namespace and of the Domain. */
  name: string;
  owner: string;
  products: readonly string[];
  jobs: readonly { name: string; product: string }[];
}

/** Teams that own domains and that people are members of. */
export const TEAMS = ['amber', 'birch', 'coral', 'delta', 'ember'] as const;

const PRODUCTS = ['orders', 'parcels'] as const;

export function clusterNames({ clusters }: Scale): string[] {
  return numbers(clusters).map(number => `bench-${number}`);
}

/** Names of the people who read. */
export function peopleNames({ people }: Scale): string[] {
  return numbers(people).map(number => `reader-${number}`);
}

/** Where everything lives; the API servers and the catalog are both made from it. */
export function domainPlaces(scale: Scale): DomainPlace[] {
  return clusterNames(scale).flatMap((cluster, clusterIndex) =>
    numbers(scale.namespacesPerCluster).map((number, index) => {
      const name = `domain-${cluster.slice('bench-'.length)}-${number}`;
      const suffix = name.slice('domain-'.length);
      const products = PRODUCTS.map(product => `${product}-${suffix}`);
      return {
        cluster,
        name,
        owner: `team-${TEAMS[(clusterIndex + index) % TEAMS.length]}`,
        products,
        jobs: numbers(scale.jobsPerNamespace).map((job, at) => ({
          name: `job-${suffix}-${job}`,
          product: products[at % products.length],
        })),
      };
    }),
  );
}

export function jobNames(places: readonly DomainPlace[]): string[] {
  return places.flatMap(place => place.jobs.map(job => job.name));
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    String(index + 1).padStart(2, '0'),
  );
}
