import { DataPlatformError } from '../api/DataPlatformError';

/** What an error means for what a person wants to do: it was refused, or it is not known whether it could be done. */
export function refusalTitle(error: Error): string {
  if (!(error instanceof DataPlatformError) || error.transient) {
    return 'This could not be checked.';
  }
  return error.forbidden ? 'You may not do this.' : 'This was refused.';
}
