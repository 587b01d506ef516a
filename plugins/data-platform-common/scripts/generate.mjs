// Writes src/generated from src/schema/openapi.yaml: `node scripts/generate.mjs [--check]`.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('..', import.meta.url);
const source = readFileSync(new URL('src/schema/openapi.yaml', root), 'utf8');
const spec = parse(source);
const header =
  '// Generated from ../schema/openapi.yaml by scripts/generate.mjs. Do not edit.\n';
const files = {
  'src/generated/api.ts': header + astToString(await openapiTS(spec)),
  'src/generated/spec.ts': `${header}export const spec = ${JSON.stringify(
    spec,
    null,
    2,
  )} as const;\n`,
};
const check = process.argv.includes('--check');
let stale = false;
mkdirSync(new URL('src/generated', root), { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const url = new URL(name, root);
  if (!check) writeFileSync(url, text);
  else if (readFileSync(url, 'utf8') !== text) stale = true;
}
if (stale) {
  process.stderr.write(
    'src/generated is stale: run node scripts/generate.mjs\n',
  );
  process.exit(1);
}
