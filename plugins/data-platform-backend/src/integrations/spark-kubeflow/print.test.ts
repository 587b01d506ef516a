import { writeFileSync } from 'fs';
import { projected } from '@millrace/backstage-plugin-data-platform-node/testUtils';
import { samplesOf } from './__fixtures__/samples';
import { sparkKubeflowIntegration } from './sparkKubeflowIntegration';
it('prints', () => {
  const out: any = {};
  for (const d of sparkKubeflowIntegration.resources) {
    for (const s of samplesOf(d.kind as any)) {
      const { evidence, remedies, ...a } = d.assess(
        projected(d, s.object),
        s.context,
      );
      out[`${d.kind}|${s.title}`] = a;
    }
  }
  writeFileSync('/tmp/x/b4-out.json', JSON.stringify(out, null, 1));
});
