import { says } from './forms';
import { Report } from './Report';
import { as, Lane } from './World';

/** What a person may not do is told before they try, and refused when they try. */
export async function rights(lane: Lane, report: Report): Promise<void> {
  await report.scenario('tells the analyst why there is no Run now', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page(
        '/catalog/default/component/orders-daily',
      );
      const run = page.getByRole('button', { name: 'Run now' }).first();
      await run.waitFor();
      const disabled = await run.getAttribute('aria-disabled');
      if (disabled !== 'true') throw new Error('Run now is offered to nils.');
      // Tooltips answer to a pointer that moves, not to one that is suddenly there.
      const box = await run.boundingBox();
      if (!box) throw new Error('Run now is not on the screen.');
      await page.mouse.move(box.x - 40, box.y - 40);
      await page.mouse.move(box.x + 20, box.y + 10, { steps: 8 });
      await page.getByRole('tooltip').waitFor();
    }),
  );

  await report.scenario('refuses the analyst in the backend as well', () =>
    as(lane, 'nils', async visitor => {
      const page = await visitor.page('/data-platform');
      await says(page, /Connected to Kubernetes/);
      const status = await page.evaluate(async () => {
        const session = await fetch('/api/auth/people/refresh', {
          headers: {
            'x-millrace-person': 'nils',
            'x-requested-with': 'XMLHttpRequest',
          },
        }).then(response => response.json());
        const answer = await fetch('/api/data-platform/v1/operations', {
          method: 'POST',
          headers: {
            authorization: `Bearer ${session.backstageIdentity.token}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            operation: 'spark-job:run',
            entityRef: 'component:default/orders-daily',
          }),
        });
        return answer.status;
      });
      // The browser itself reports the refusal on the console.
      visitor.complaints.length = 0;
      if (status !== 403) throw new Error(`nils got ${status}, not 403.`);
    }),
  );

  await report.scenario('lets the administrator sign in and see all', () =>
    as(lane, 'ada', async visitor => {
      const page = await visitor.page('/data-platform');
      await says(page, /Connected to Kubernetes/);
    }),
  );
}
