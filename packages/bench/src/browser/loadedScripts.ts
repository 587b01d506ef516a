import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { APP } from '../paths';
import { sourceBytes, SourceMap } from './sourceBytes';
import { SourceOrigin, sourceOrigin } from './sourceOrigin';

/** Sizes of a set of scripts of the production bundle, all of them compressed. */
export interface ScriptSizes {
  /** kB. */
  kb: number;
  /** Of that, what is not of React, Backstage or Material UI: the suite's own code and every other library. */
  broughtKb: number;
  /** Of that, the suite's own code. */
  oursKb: number;
  /** Each of the scripts, kB; the largest first. */
  files: Record<string, number>;
}

/**
 * A script counts by the share that each of its sources has of it.
 * @param files - names of files of the bundle's folder `static`
 */
export function scriptSizes(files: Iterable<string>): ScriptSizes {
  let kb = 0;
  let broughtKb = 0;
  let oursKb = 0;
  const sizes: [file: string, kb: number][] = [];
  for (const file of files) {
    const path = join(APP, 'static', file);
    if (!existsSync(path)) continue;
    const script = readFileSync(path, 'utf8');
    const size = gzipSync(script).length / 1000;
    const shares = sharesOf(script, `${path}.map`);
    kb += size;
    broughtKb += size * (shares.suite + shares.library);
    oursKb += size * shares.suite;
    sizes.push([file, size]);
  }
  sizes.sort((a, b) => b[1] - a[1]);
  return { kb, broughtKb, oursKb, files: Object.fromEntries(sizes) };
}

/** Of whom a script is, each from 0 to 1. */
export type Shares = Record<SourceOrigin, number>;

const NOBODYS: Shares = { suite: 0, portal: 0, library: 0, other: 0 };

function sharesOf(script: string, mapFile: string): Shares {
  // The bundler leaves the map out where there is nothing but its own code.
  return existsSync(mapFile)
    ? scriptShares(script, JSON.parse(readFileSync(mapFile, 'utf8')))
    : NOBODYS;
}

/** What the bundler wrote itself is shared out among all. */
export function scriptShares(script: string, map: SourceMap): Shares {
  const bytes = [...sourceBytes(script, map)];
  const all = bytes.reduce((sum, [, count]) => sum + count, 0);
  const shares = { ...NOBODYS };
  for (const [source, count] of bytes) {
    shares[sourceOrigin(source)] += count / all;
  }
  return shares;
}
