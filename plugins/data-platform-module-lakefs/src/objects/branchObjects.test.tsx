import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LakefsPreview } from '@millrace/backstage-plugin-data-platform-common';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { branchFixture, NOW } from '../__testUtils__/branchFixtures';
import { askedOf, changeApi } from '../__testUtils__/changeApi';
import { previewFixture } from '../__testUtils__/changeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { BranchObjects } from './BranchObjects';
import { ObjectDialog } from './ObjectDialog';

const branch = branchFixture('orders-late-arrivals');
const show = (api = changeApi(), at = '/') =>
  renderLake(<BranchObjects branch={branch} />, { api, at });
const location = () => screen.getByTestId('location').textContent;

const folder = (path: string) => ({ path, folder: true });
const file = (path: string) => ({
  path,
  folder: false,
  sizeBytes: 10,
  modifiedAt: NOW - 60_000,
});

function foldersApi() {
  return changeApi({
    objects: ({ prefix, after }) => {
      if (prefix === undefined || prefix === '') {
        return { items: [folder('tables/'), file('README.md')] };
      }
      return after === undefined
        ? { items: [file(`${prefix}a b&c.csv`)], next: 'tables/m' }
        : { items: [file(`${prefix}z.csv`)] };
    },
  });
}

describe('BranchObjects', () => {
  it('goes into folders and back, page by page, in the URL', async () => {
    const user = userEvent.setup();
    const { api, container } = show(foldersApi());
    expect(await screen.findByText('README.md')).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await user.click(screen.getByText('tables/'));
    expect(await screen.findByText('a b&c.csv')).toBeVisible();
    expect(location()).toBe('/?prefix=tables%2F');
    await user.click(screen.getByRole('button', { name: 'Next objects' }));
    expect(await screen.findByText('z.csv')).toBeVisible();
    expect(askedOf(api, 'objects').at(-1)).toMatchObject({
      ref: 'orders-late-arrivals',
      prefix: 'tables/',
      after: 'tables/m',
    });
    await user.click(
      screen.getByRole('button', { name: 'orders-late-arrivals' }),
    );
    expect(await screen.findByText('README.md')).toBeVisible();
    expect(location()).toBe('/');
  });

  it('opens an object on the branch as it is', async () => {
    const user = userEvent.setup();
    const { api } = show(foldersApi());
    await user.click(await screen.findByText('README.md'));
    expect(
      await screen.findByRole('region', { name: 'On orders-late-arrivals' }),
    ).toBeVisible();
    expect(askedOf(api, 'preview')).toEqual([
      { ref: 'orders-late-arrivals', path: 'README.md' },
    ]);
  });

  it('says what is empty, and why it can not tell', async () => {
    show();
    expect(await screen.findByText('The branch is empty.')).toBeVisible();
  });

  it('says that a folder is empty or gone', async () => {
    show(changeApi(), '/?prefix=gone/');
    expect(
      await screen.findByText('Nothing lies in this folder.'),
    ).toBeVisible();
  });

  it('says that one may not see it', async () => {
    show(
      changeApi({
        objects: () => {
          throw new DataPlatformError(403, 'NotAllowedError', 'no');
        },
      }),
    );
    expect(
      await screen.findByText('You may not see the objects.'),
    ).toBeVisible();
  });
});

describe('an object', () => {
  function open(preview: LakefsPreview | Error) {
    return renderLake(
      <ObjectDialog
        branch={branch}
        path="tables/orders/a.csv"
        sides={[{ ref: 'main', title: 'On main' }]}
        onClose={() => undefined}
      />,
      {
        api: changeApi({
          preview: () => {
            if (preview instanceof Error) throw preview;
            return preview;
          },
        }),
      },
    );
  }
  const side = () => screen.findByRole('region', { name: 'On main' });
  const content = () =>
    screen.findByRole('region', { name: /^Content of tables\/orders\/a\.csv/ });

  it('is shown as a table, with what is known of it', async () => {
    const { baseElement } = open(
      previewFixture({ truncated: true, rows: [['1', '<script>x</script>']] }),
    );
    expect(await content()).toHaveTextContent('idname1<script>x</script>');
    const text = (await side()).textContent;
    expect(text).toContain('Size2 KiB');
    expect(text).toContain('Content typetext/csv');
    expect(text).toContain('Checksumd41d8cd98f00b204');
    expect(text).toContain('The first 1 rows; it goes on.');
    expect(baseElement.querySelector('td script')).toBeNull();
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('is shown as text, also where it calls itself a page', async () => {
    open(
      previewFixture({
        kind: 'text',
        contentType: 'text/html',
        lines: ['<h1 onclick="x()">Hi</h1>', '<script>alert(1)</script>'],
        truncated: true,
      }),
    );
    const region = await content();
    expect(region).toHaveTextContent('<h1 onclick="x()">Hi</h1>');
    expect(region.querySelector('h1, script')).toBeNull();
    expect(await screen.findByText(/The first 2 lines/)).toBeVisible();
  });

  it('is shown by its columns, where it is Parquet', async () => {
    open(
      previewFixture({
        kind: 'schema',
        rowCount: 1_234_567,
        fields: [
          { name: 'id', type: 'long', nullable: false },
          { name: 'items.list.sku', type: 'string', nullable: true },
        ],
      }),
    );
    const region = await content();
    expect(within(region).getAllByRole('row')[1]).toHaveTextContent('idlongno');
    expect(region).toHaveTextContent('items.list.skustringyes');
    expect(await side()).toHaveTextContent('Rows1,234,567');
  });

  it.each([
    [
      previewFixture({ kind: 'none', note: 'It is no text.' }),
      'It is no text.',
    ],
    [previewFixture({ kind: 'none' }), 'There is no preview of it.'],
    [previewFixture({ kind: 'text', lines: [''] }), 'It is empty.'],
    [new DataPlatformError(404, 'NotFoundError', 'x'), 'It is not there.'],
    [
      new DataPlatformError(410, 'GoneError', 'The bytes were removed.'),
      'The bytes were removed.',
    ],
  ])('says why nothing is seen of it', async (preview, text) => {
    open(preview);
    expect(await screen.findByText(text)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  });
});
