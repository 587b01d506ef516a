export { refTitle } from '@millrace/backstage-plugin-data-platform-common';
