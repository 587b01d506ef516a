import {
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Presets } from '@millrace/backstage-plugin-data-platform-common';
import { ClusterConnection } from '../clusters/types';
import { EntityStore } from '../entities/types';
import { HistoryStore } from '../history/types';
import { DomainDirectory, EntityDirectory } from '../join/types';
import { OperationsService } from '../operations/types';
import { Viewers } from '../permissions/Viewers';
