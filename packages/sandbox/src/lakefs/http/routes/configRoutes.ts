import { LakeFsError } from '../../model/LakeFsError';
import { Answer, Route } from '../Route';

const VERSION = { version: '1.84.0', version_context: 'lakeFS' };

const STORAGE = {
  blockstore_description: '',
  blockstore_id: '',
  blockstore_namespace_ValidityRegex: '^local://',
  blockstore_namespace_example: 'local://example-bucket/',
  blockstore_type: 'local',
  default_namespace_prefix: 'local://',
  import_support: false,
  import_validity_regex: '^local://',
  pre_sign_multipart_upload: false,
  pre_sign_support: false,
  pre_sign_support_ui: false,
};

const json = (value: unknown) => (): Answer => ({ status: 200, json: value });

/** Version, storage, health and setup: those of a community server on a local store. */
export const configRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/config',
    handle: json({
      capabilities_config: {},
      storage_config: STORAGE,
      storage_config_list: [],
      ui_config: {},
      version_config: VERSION,
    }),
  },
  { method: 'GET', path: '/config/version', handle: json(VERSION) },
  { method: 'GET', path: '/config/storage', handle: json(STORAGE) },
  {
    method: 'GET',
    path: '/config/garbage-collection',
    handle: json({ grace_period: 86400 }),
  },
  {
    method: 'GET',
    path: '/healthcheck',
    open: true,
    handle: () => ({ status: 204 }),
  },
  {
    method: 'GET',
    path: '/setup_lakefs',
    open: true,
    handle: json({
      comm_prefs_missing: true,
      login_config: {
        RBAC: 'none',
        login_cookie_names: ['internal_auth_session'],
        login_failed_message: "The credentials don't match.",
        login_url: '',
        login_url_method: 'none',
        logout_url: '',
      },
      state: 'initialized',
    }),
  },
  {
    method: 'POST',
    path: '/setup_lakefs',
    open: true,
    anyBody: true,
    handle() {
      throw new LakeFsError(409, 'lakeFS already initialized');
    },
  },
];
