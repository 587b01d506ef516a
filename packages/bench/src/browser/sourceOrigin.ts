/** Whose a source is. */
export type SourceOrigin = 'suite' | 'portal' | 'library' | 'other';

/** The suite's own packages, whatever bundle they ended up in. */
const SUITE = /plugins\/data-platform(-react|-common|-module-[a-z]+)?\/src\//;
const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** What every portal has: React and its router, Material UI and its styles, Backstage, and React Aria, of which Backstage UI is made. */
const PORTAL = [
  /^(react|react-dom|scheduler|react-router|react-router-dom)$/,
  /^@remix-run\//,
  /^@(material-ui|mui|emotion)\//,
  /^jss(-|$)/,
  /^@backstage\//,
  /^react-(aria|aria-components|stately)$/,
  /^@(react-aria|react-stately|react-types|internationalized)\//,
];

/** @param source - as source maps name it; of a library within a library the inner one counts */
export function sourceOrigin(source: string): SourceOrigin {
  const name = PACKAGE.exec(source)?.[1];
  if (name === undefined) return SUITE.test(source) ? 'suite' : 'other';
  return PORTAL.some(pattern => pattern.test(name)) ? 'portal' : 'library';
}
