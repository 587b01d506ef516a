import { s3Settings as s3 } from '../__testUtils__/s3Settings';
import { ServerConfig } from '../client/types';
import { serverFindings } from './serverFindings';
import { SparkSettings } from './SparkSettings';

const own: SparkSettings = { ...s3, mode: 'lakefs' };
const catalog: SparkSettings = {
  ...s3,
  iceberg: { catalog: 'lake', credentialKey: 'both' },
};
const LIBRARY = /^info: .*io\.lakefs:hadoop-lakefs-assembly/;

const said = (
  spark: SparkSettings,
  config: ServerConfig | undefined,
  storageId = '',
) =>
  serverFindings(spark, 'lake', config, { storage_id: storageId }).map(
    ({ level, message }) => `${level}: ${message}`,
  );
const storage = (blockstore_type: string, pre_sign_support: boolean) => ({
  storage_config: { blockstore_type, pre_sign_support },
});

describe('what a server can do for Spark', () => {
  it('makes no difference to the gateway', () => {
    expect(said(s3, storage('local', false))).toEqual([]);
  });

  it.each([
    [
      'local',
      false,
      /^error: lake signs no URLs \(its storage is of type local/,
    ],
    ['s3', true, LIBRARY],
  ])('tells whether URLs are signed: %s', (type, signs, expected) => {
    const config = storage(type, signs);
    expect(said({ ...own, presigned: true }, config)).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  it('tells that the job needs keys to the store where nothing is signed', () => {
    expect(said(own, storage('s3', true))).toEqual([
      expect.stringMatching(LIBRARY),
      expect.stringMatching(/^info: .*\(s3\) themselves: the job needs keys/),
    ]);
    expect(said(own, storage('local', false))).toEqual([
      expect.stringMatching(/^error: .*cannot do that with the type local/),
    ]);
  });

  it('looks at the store of the repository, where there are several', () => {
    const config = {
      storage_config_list: [
        { blockstore_id: 'a', ...storage('s3', true).storage_config },
        { blockstore_id: 'b', ...storage('local', false).storage_config },
      ],
    };
    const presigned = { ...own, presigned: true };
    expect(said(presigned, config, 'a')).toEqual([
      expect.stringMatching(LIBRARY),
    ]);
    expect(said(presigned, config, 'b')[0]).toContain('signs no URLs');
  });

  it('warns that the open source server has no catalog of Iceberg', () => {
    const context = (version_context: string) => ({
      version_config: { version_context },
    });
    expect(said(catalog, context('lakeFS'))).toEqual([
      expect.stringMatching(/^warning: .*no Iceberg catalog: it answers 501/),
    ]);
    expect(said(catalog, context('lakeFS-Enterprise'))).toEqual([]);
  });

  it('claims nothing of a server that does not tell', () => {
    expect(said(own, undefined)).toEqual([expect.stringMatching(LIBRARY)]);
    expect(said({ ...own, presigned: true }, {})).toEqual([
      expect.stringMatching(LIBRARY),
    ]);
    expect(said(catalog, undefined)).toEqual([]);
  });
});
