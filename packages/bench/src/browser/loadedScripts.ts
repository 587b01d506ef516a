import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { APP } from '../paths';

/** What of a script is the suite's: its own packages, whatever bundle they ended up in. */
const OURS = /plugins\/data-platform(-react|-common|-module-[a-z]+)?\/src\//;

/** Sizes of a set of scripts of the production bundle. */
export interface ScriptSizes {
  /** Compressed, kB. */
  kb: number;
  /** Of that, the suite's own code: by its share of the sources that each script was made from. */
  oursKb: number;
  /** Each of them, compressed, kB; the largest first. */
  files: Record<string, number>;
}

/** @param files - names of files of the bundle's folder `static` */
export function scriptSizes(files: Iterable<string>): ScriptSizes {
  let kb = 0;
  let oursKb = 0;
  const sizes: [file: string, kb: number][] = [];
  for (const file of files) {
    const path = join(APP, 'static', file);
    if (!existsSync(path)) continue;
    const size = gzipSync(readFileSync(path)).length / 1000;
    kb += size;
    sizes.push([file, size]);
    oursKb += size * shareOf(`${path}.map`);
  }
  sizes.sort((a, b) => b[1] - a[1]);
  return { kb, oursKb, files: Object.fromEntries(sizes) };
}

function shareOf(mapFile: string): number {
  if (!existsSync(mapFile)) return 0;
  const { sources, sourcesContent }: SourceMap = JSON.parse(
    readFileSync(mapFile, 'utf8'),
  );
  return ourShare(sources, sourcesContent ?? []);
}

interface SourceMap {
  sources: string[];
  sourcesContent?: (string | null)[];
}

/** From 0 to 1. */
export function ourShare(
  sources: readonly string[],
  contents: readonly (string | null)[],
): number {
  let all = 0;
  let ours = 0;
  sources.forEach((source, index) => {
    const length = contents[index]?.length ?? 0;
    all += length;
    if (OURS.test(source)) ours += length;
  });
  return all === 0 ? 0 : ours / all;
}
