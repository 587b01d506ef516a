import { Route } from './Route';

/** Finds the route of a request; parts of the path may hold encoded slashes. */
export class RouteTable {
  private readonly routes: readonly {
    route: Route;
    pattern: RegExp;
    names: readonly string[];
  }[];

  constructor(routes: readonly Route[]) {
    this.routes = routes.map(route => {
      const names: string[] = [];
      const source = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
        names.push(name);
        return '([^/]*)';
      });
      return { route, names, pattern: new RegExp(`^${source}$`) };
    });
  }

  find(
    method: string,
    path: string,
  ): { route: Route; path: Record<string, string> } | undefined {
    for (const { route, pattern, names } of this.routes) {
      if (route.method !== method) continue;
      const found = pattern.exec(path);
      if (!found) continue;
      const parts = names.map((name, at) => [name, decode(found[at + 1])]);
      return { route, path: Object.fromEntries(parts) };
    }
    return undefined;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
